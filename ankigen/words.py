"""Words that are evidence, as data: ways of asking, STAR and case labels, sections that ask nothing.

Everything is matched without regard to case. A line is added to a list, never a rule to the code."""

from __future__ import annotations

import re

# Words that open a request for a story. They ask even where the line ends in a full stop.
REQUESTS: tuple[str, ...] = (
    # English
    "tell me",
    "tell us",
    "tell the story",
    "tell a story",
    "describe",
    "give me",
    "give us",
    "give an example",
    "give a specific",
    "give examples",
    "give one example",
    "walk me",
    "walk us",
    "talk about",
    "talk me",
    "talk us",
    "share a time",
    "share an",
    "share with",
    "explain how",
    "explain why",
    "explain a",
    "explain something",
    "explain to",
    "introduce yourself",
    "name a ",
    "name an ",
    "name one",
    "name two",
    "name three",
    "name something",
    "name the ",
    "name your",
    "provide an example",
    "recall a",
    "think of a time",
    "think about a time",
    "show me",
    "list three",
    "discuss a",
    "pick a",
    "pitch ",
    "convince me",
    "sell me",
    "can you",
    "could you",
    "please describe",
    "please tell",
    "help me understand",
    # Chinese
    "请",
    "谈谈",
    "说说",
    "讲讲",
    "讲一",
    "说一",
    "谈一",
    "描述",
    "举例",
    "举一个",
    "介绍",
    "分享",
    "聊聊",
    "聊一",
    "告诉我",
    # Spanish, Portuguese
    "cuénteme",
    "cuéntame",
    "cuéntanos",
    "háblame",
    "hábleme",
    "describe",
    "describa",
    "dame un",
    "deme un",
    "explica",
    "explícame",
    "menciona",
    "preséntate",
    "conte-me",
    "conte",
    "conta",
    "fale",
    "fala-me",
    "fale-me",
    "descreva",
    "descreve",
    "dê um",
    "dê-me",
    "dá um",
    "explique",
    "apresente-se",
    "cite um",
    # German, French
    "erzählen sie",
    "erzähl",
    "erzähle",
    "beschreiben sie",
    "beschreibe",
    "beschreib",
    "nennen sie",
    "nenne",
    "schildern sie",
    "schildere",
    "geben sie",
    "gib mir",
    "stellen sie sich",
    "berichten sie",
    "erklären sie",
    "erkläre",
    "parlez-moi",
    "parle-moi",
    "parlez",
    "racontez",
    "raconte",
    "décrivez",
    "décris",
    "donnez",
    "donne-moi",
    "citez",
    "expliquez",
    "présentez",
    # Dutch, Italian
    "vertel",
    "beschrijf",
    "geef een",
    "geef eens",
    "noem een",
    "noem eens",
    "leg uit",
    "raccontami",
    "raccontaci",
    "racconta",
    "mi racconti",
    "ci racconti",
    "descrivi",
    "descriva",
    "parlami",
    "parlaci",
    "mi parli",
    "fammi un esempio",
    "mi faccia un esempio",
    "fai un esempio",
    # Swedish, Danish and Norwegian, Polish, Russian
    "berätta",
    "beskriv",
    "fortell",
    "fortæl",
    "opowiedz",
    "opisz",
    "расскажи",
    "опишите",
    "опиши",
    "приведите пример",
)

# The same where they stand inside a line ("By giving an example, tell me ...") or close it.
REQUESTS_INSIDE: tuple[str, ...] = (
    "tell me", "tell us", "give me an example", "give an example", "describe a time",
    "にについて教えて", "教えてください", "話してください", "説明してください", "述べてください",
    "聞かせてください", "挙げてください", "お願いします", "お願い致します", "말씀해", "말해 주", "말해주", "설명해", "이야기해", "들려주", "말해 보", "말해보", "들어 주", "들어주",
    "부탁드", "적어 보", "얘기해",
    "소개해", "알려주", "怎么办", "为什么", "怎么样", "如何", "cuénteme", "conte-me",
)  # fmt: skip

# Words that open a question. Without a question mark they ask only where no statement could be meant.
QUESTION_WORDS: tuple[str, ...] = (
    # English
    "what",
    "what's",
    "whats",
    "which",
    "who",
    "who's",
    "whose",
    "whom",
    "why",
    "how",
    "how's",
    "when did",
    "when do",
    "when have",
    "when has",
    "when had",
    "when was",
    "when were",
    "when is",
    "when are",
    "when would",
    "when will",
    "when can",
    "when should",
    "when you",
    "when your",
    "where did",
    "where do",
    "where does",
    "where is",
    "where are",
    "where was",
    "where were",
    "where have",
    "where would",
    "where will",
    "do you",
    "did you",
    "does",
    "have you",
    "has your",
    "are you",
    "were you",
    "would you",
    "will you",
    "is there",
    "are there",
    "should",
    "if you",
    "if your",
    "in what",
    "in which",
    "on which",
    "at what",
    "with whom",
    "to whom",
    "for whom",
    "with which",
    "from whom",
    "what if",
    "any time you",
    "a time when you",
    "a time you",
    # Chinese, Japanese, Korean
    "什么",
    "为什么",
    "怎么",
    "如何",
    "哪",
    "谁",
    "你有没有",
    "你是否",
    "你会",
    "你最",
    "你如何",
    "你怎么",
    "有没有",
    "能不能",
    "是否",
    "如果",
    "なぜ",
    "どのように",
    "どう",
    "何",
    "誰",
    "いつ",
    "どんな",
    "どの",
    "どこ",
    "어떻게",
    "왜",
    "무엇",
    "언제",
    "누구",
    "어떤",
    "어디",
    # Spanish, Portuguese
    "¿",
    "qué",
    "cuál",
    "cuáles",
    "cómo",
    "cuándo",
    "quién",
    "por qué",
    "dónde",
    "cuánto",
    "o que",
    "qual",
    "quais",
    "como você",
    "como é",
    "como lida",
    "quando você",
    "quando foi",
    "quem",
    "por que",
    "porque é que",
    "onde",
    "você já",
    # German, French
    "was",
    "welche",
    "welcher",
    "welches",
    "welchen",
    "wer",
    "wem",
    "wen",
    "wessen",
    "warum",
    "wie",
    "wann haben",
    "wann hast",
    "wann war",
    "wo ",
    "woran",
    "worauf",
    "wofür",
    "womit",
    "haben sie",
    "hast du",
    "würden sie",
    "können sie",
    "quel",
    "quelle",
    "quels",
    "quelles",
    "comment",
    "pourquoi",
    "qui",
    "quand avez",
    "quand as",
    "où",
    "que feriez",
    "qu'est-ce",
    "avez-vous",
    "as-tu",
    "êtes-vous",
    "mit wem",
    "mit welche",
    "bei welche",
    "in welche",
    "an welche",
    "nach welche",
    "seit wann",
    "wozu",
    "weshalb",
    "wieso",
    # Dutch, Italian
    "wat",
    "hoe",
    "waarom",
    "wanneer",
    "waar heb",
    "waar ben",
    "welk",
    "heb je",
    "hebt u",
    "ben je",
    "met wie",
    "perché",
    "come hai",
    "come ha ",
    "come gestis",
    "come ti",
    "cosa",
    "che cosa",
    "qual è",
    "quale",
    "quali",
    "chi ",
    "hai mai",
    "ha mai",
    # Swedish, Danish and Norwegian, Polish, Russian
    "hur",
    "varför",
    "vilken",
    "hvordan",
    "hvorfor",
    "hvilken",
    "jak",
    "dlaczego",
    "kiedy",
    "jaki",
    "jaka",
    "как",
    "почему",
    "когда",
    "какой",
    "какая",
    "какие",
    "какую",
    # With a preposition in front
    "anything you",
    "anything on your",
    "anything we",
    "anything else",
    "by when",
    "to what",
    "on what",
    "under what",
    "von wem",
    "von welche",
    "bei wem",
    "an wen",
    "an wem",
    "auf wen",
    "auf welche",
    "für wen",
    "gegen wen",
    "zu wem",
    "in wessen",
    "aus welche",
    "über was",
    "über wen",
    "unter welche",
    "wovon",
    "wodurch",
    "woher",
    "wohin",
    "wann ",
    "con quién",
    "de qué",
    "de quién",
    "a quién",
    "a qué",
    "en qué",
    "para qué",
    "para quién",
    "sobre qué",
    "con qué",
    "desde cuándo",
    "hasta qué",
    "com quem",
    "com que",
    "de que",
    "de quem",
    "a quem",
    "em que",
    "para quem",
    "sobre o que",
    "à qui",
    "à quoi",
    "à quel",
    "avec qui",
    "de quoi",
    "de quel",
    "dans quel",
    "en quoi",
    "pour qui",
    "sur quoi",
    "depuis quand",
    "d'où",
)

# A line that ends in one of these is not over.
JOINING_WORDS = (
    "and|or|but|about|of|to|for|with|in|on|at|by|from|that|which|when|where|the|an?|your|you|und|oder|dass"
    "|y|o|que|de|et|ou"
)

# What people write for a question that they know by heart: "biggest mistake", "conflict with a boss".
TOPICS = (
    r"(?:the |your |my |an? )?(?:(?:biggest|greatest|worst|best|hardest|toughest|proudest|largest|favou?rite|most \w+)"
    r" \w+|(?:recent )?(?:conflict|disagreement|argument|difficult \w+|tough \w+) (?:with|at|in)\b"
    r"|(?:a |any )?(?:time|example|situation|moment) (?:when|where|of|you|i|in which)\b|(?:strengths?|weakness(?:es)?)$"
    r"|größte[rs]? \w+|schlimmste[rs]? \w+|streit mit|mayor \w+|peor \w+|maior \w+|pior \w+|plus gran(?:d|de) \w+)"
)

# In a language without spaces these ask wherever they stand.
CJK_ASKS: tuple[str, ...] = (
    "什么", "怎么", "如何", "为什么", "哪", "谁", "吗", "呢", "多少", "几个", "なぜ", "何", "どの", "どう",
    "どんな", "ですか", "ますか", "でしたか", "ましたか", "か。", "습니까", "나요", "인가요", "까요",
)  # fmt: skip

# These open a title and not a question, where no question mark ends it.
METHOD_TITLES = (
    r"(?:how|what|when|where|which|whom?) to |wie man |c[oó]mo (?:responder|contestar|prepararse|fazer) "
    r"|comment \w+er "
    r"|what (?:[\w'’&.-]+ ){1,4}?(?:asks?|asked|wants?|wanted|values?|expects?|looks? for|(?:is|are) looking for)$"
)

# A line with one of these speaks to somebody.
YOU: tuple[str, ...] = (
    "you", "your", "yours", "yourself", "sie", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihnen",
    "du", "dein", "deine", "deinen", "deiner", "dich", "dir", "euch", "vous", "votre", "vos", "tu",
    "usted", "ustedes", "você", "vocês", "seu", "sua", "seus", "suas", "te", "ti", "tú", "tus",
    "contigo", "jij", "jou", "jouw", "uw", "jullie", "lei", "hai", "вы", "вас", "вам", "ты", "тебя",
)  # fmt: skip
# So do these, where a language has no need of the word: by the form of the verb, by its politeness.
YOU_UNSAID: tuple[str, ...] = (
    "你", "您", "당신", "본인", "あなた", "ご自身", "当社", "弊社",
    r"¿[^?¿]{0,60}?\b(?:[^\W\d_]+(?:aste|iste|aríais|[aei]rías|[aei]rás)|sabes|quieres|tienes|puedes|haces|eres"
    r"|estás|buscas|esperas|crees|piensas|conoces|prefieres|manejas|trabajas|consideras|ganas)\b",
    r"^¿?(?:cu[aá]l(?:es)?|por qu[eé]|c[oó]mo|qu[eé]|d[oó]nde|cu[aá]ndo) (?:(?:es|son|fue|ser[ií]an?) sus?"
    r"|quiere|sabe|espera|har[ií]a|maneja|considera|prefiere|cree|piensa|busca|reacciona)\b",
    r"^(?:por que|como|o que|qual|quando|onde) (?:quer|sabe|espera|faria|lida|gosta|gostaria|considera|prefere"
    r"|acha|pensa|procura|reage)\b",
    "(?:하셨|으셨|으시|하시|하십|시겠|신가요|십니까|나요)[^?？]{0,12}[?？]?$",
    "(?:です|ます|でした|ました|でしょう|ません)か[。？?]?$",
)  # fmt: skip

# After a question word these make a statement of it: "What I did", "How we won".
FIRST_PERSON: tuple[str, ...] = (
    "i", "i'm", "i've", "i'd", "i'll", "we", "we've", "we're", "my", "our", "me", "us", "mine",
    "ich", "wir", "mein", "meine", "unser", "unsere", "mir", "je", "j'ai", "nous", "mon", "ma",
    "notre", "yo", "mi", "mis", "nosotros", "eu", "meu", "minha", "nós", "ik", "wij", "mijn", "onze",
    "mio", "mia", "noi", "jag", "jeg", "я", "мы", "мне",
)  # fmt: skip
# So do these: "how it works", "what they look for".
THIRD_PERSON = (
    "it",
    "they",
    "he",
    "she",
    "eles",
    "elas",
    "ellos",
    "ellas",
    "ils",
    "elles",
    "essi",
    "loro",
)
FIRST_PERSON_CJK: tuple[str, ...] = (
    "我",
    "我们",
    "私",
    "僕",
    "저는",
    "제가",
    "나는",
    "내가",
    "우리",
)

# A line that opens with one of these and a number, a colon or nothing else opens a case.
CASE_WORDS: tuple[str, ...] = (
    "case", "story", "example", "story sheet", "案例", "例子", "故事", "事例", "ケース", "사례", "예시",
    "caso", "ejemplo", "historia", "história", "exemplo", "fall", "beispiel", "geschichte", "cas",
    "exemple", "histoire",
)  # fmt: skip
NUMBER_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eins", "zwei",
    "drei", "vier", "fünf", "uno", "dos", "tres", "cuatro", "cinco", "um", "dois", "três", "un",
    "deux", "trois", "quatre", "cinq", "一", "二", "三", "四", "五", "六", "七", "八", "九",
)  # fmt: skip

# The same in front: "2nd story", "Erste Geschichte".
ORDINALS: tuple[str, ...] = (
    "first", "second", "third", "fourth", "fifth", "sixth", "last", "erste", "zweite", "dritte", "vierte",
    "fünfte", "primera", "segunda", "tercera", "cuarta", "primer", "segundo", "tercer", "primeira",
    "terceira", "quarta", "première", "deuxième", "troisième", "quatrième", "premier", "第一个", "第二个",
    "第三个",
)  # fmt: skip

# Beats by their label. Single letters count only in company.
BEATS: dict[str, tuple[str, ...]] = {
    "situation": (
        "s", "situation", "scene", "context", "background", "setting", "problem", "情境", "背景", "情况",
        "状況", "상황", "situación", "contexto", "situação", "ausgangslage", "contexte",
    ),
    "task": (
        "t", "task", "goal", "objective", "challenge", "任务", "目标", "課題", "任務", "과제", "임무", "tarea",
        "objetivo", "tarefa", "aufgabe", "ziel", "tâche", "objectif",
    ),
    "action": (
        "a", "action", "actions", "activity", "activities", "approach", "行动", "行動", "做法", "행동",
        "acción", "acciones", "ação", "ações", "aktion", "handlung", "vorgehen", "maßnahme",
        "maßnahmen",
    ),
    "result": (
        "r", "result", "results", "outcome", "impact", "结果", "成果", "結果", "결과", "resultado",
        "resultados", "ergebnis", "resultat", "résultat", "résultats",
    ),
    "learning": (
        "l", "learning", "learnings", "lesson", "lessons", "lesson learned", "lessons learned",
        "takeaway", "takeaways", "reflection", "反思", "学到", "教训", "收获", "学び", "배운 점", "교훈",
        "aprendizaje", "lección", "aprendizado", "lição", "gelernt", "erkenntnis", "leçon",
        "apprentissage",
    ),
}  # fmt: skip

QUESTION_LABELS: tuple[str, ...] = (
    "q", "ｑ", "question", "问", "问题", "質問", "問", "질문", "문", "pregunta", "pergunta", "frage", "f",
    "p", "question fréquente", "preg", "domanda", "vraag",
)  # fmt: skip
ANSWER_LABELS: tuple[str, ...] = (
    "a", "ａ", "ans", "answer", "my answer", "回答例", "模範解答", "参考答案", "示例", "答", "回答", "答案", "答え", "답", "답변", "respuesta", "resposta",
    "antwort", "réponse", "r", "resp", "rta", "rpta", "rép", "antw", "risposta", "antwoord", "svar",
)  # fmt: skip

# Headings below which nothing is asked of the writer.
MY_QUESTIONS: tuple[str, ...] = (
    r"questions? (?:to|for|that) (?:ask|the|them|my|you|we|i)\b",
    r"questions? (?:i|we) (?:have|want|ask|can|could|might|should|will|would|plan)",
    r"questions? (?:to|for) (?:interviewers?|panels?|recruiters?|hiring|managers?|hr)",
    r"\b(?:my|our) (?:own )?questions?\b",
    r"\basked? (?:them|back|the|your|him|her)\b|^ask(?:ing)? (?:at|in|near|towards?|when|before|if)\b|^ask\W*$",
    r"^(?:for|at) the (?:very )?end\b|^q(?:uestions?)? ?[(（](?:to|for|from) (?:them|you|me|us|the)\b|^questions? from (?:me|us)\b",
    r"想问(?:他们|她们|面试官|对方|公司|的)|要问(?:他们|面试官|对方)",
    r"\b(?:i|we) (?:ask|asked|will ask|want to ask|could ask|can ask|may ask|would ask)\b",
    r"\bto ask\b",
    r"\b(?:want|wanted|like|need|curious) to (?:know|learn|find out|hear)\b|\bfor them$|\bfrom them$",
    r"\bmy turn\b|\bask the(?:m|ir)\b|\bthings? (?:i|to) ask\b",
    r"\bany questions\b",
    r"\bturn(?:ing)? the tables\b",
    r"\breverse (?:questions?|interview)\b",
    r"\b(?:candidates?|applicants?|people i interview) (?:should |can |may |could )?ask(?:s|ed)?\b",
    r"\bquestions? for (?-i:[A-Z])(?!.*\b(?:interview|role|position|round|loop))"
    r"|反问|问面试官|我要问|我想问|我来问|逆質問|역질문|面接官に|こちらから聞|聞きたいこと|質問したい|면접관에게|내가 (?:물|질문)|물어볼|질문할",
    r"preguntas? (?:para|que) (?:ellos|hacer|yo|el|la|hago|haré)|(?:mis|nuestras) preguntas|preguntas (?:mías|propias)|para preguntar|(?:para|a) ellos$",
    r"perguntas? (?:para|que) (?:eles|fazer|eu|o|a|faço|vou)|(?:minhas|nossas) perguntas|perguntas minhas|(?:para|a|pra) eles$|perguntar a eles",
    r"\blo que (?:yo )?pregunto|pregunto yo|\bà moi de\b|^(?:we|i) ask\b|\b(?:me|us|back) (?:to|at) them\b|^reverse\b"
    r"|제가 (?:여쭐|물)|여쭤|我问他们|我来问|perguntas? pr[ao] eles"
    r"|\bselbst fragen|fragen (?:will|möchte)|meine fragen|fragen von (?:mir|uns)\b|fragen an\b|r[üu]ckfragen|was ich frage|eigene fragen|ich frage",
    r"qué (?:puedes?|vas? a|quieres?|debes?) preguntar|o que (?:perguntar|você (?:pode|vai) perguntar)",
    r"mes questions|questions? à (?:poser|leur)|à (?:leur |lui )?demander|questions pour eux",
    r"\b(?:des|d'autres) questions ?\?$|vos questions ?\?$|questions de ma part|haben sie (?:noch )?fragen"
    r"|(?:alguna|más) preguntas?\b|(?:alguma|mais) pergunta|換我問|换我问|轮到我问|问他们|质问他们|質問はありますか"
    r"|질문 (?:있|드)|vragen (?:aan|voor) (?:hen|hun|ze|jullie)|mijn vragen|ik (?:zelf )?vr(?:aag|oeg)"
    r"|le mie domande|domande (?:per loro|da fare)",
)
# ..._HOLD: what stands in all that the patterns above it find, in small letters. A look for it rules out
# most lines, ten times as fast; tests/test_phrases.py finds what is missing here.
MY_QUESTIONS_HOLD: tuple[str, ...] = (
    "question", "ask", "q(", "q (", "q（", "q （", "the end", "the very end", " to know", " to learn", " to find out", " to hear", " them",
    "my turn", " the tables", "reverse", "pregunt", "pergunt", " ellos", " eles", "à moi de", "demand", "domand", "frag", "vrag", "vraag",
    "vroeg", "问", "問", "面接官に", "こちらから聞", "聞きたいこと", "面试官", "면접관에게", "질문", "내가 물", "물어볼", "여쭐", "여쭤", "제가 물",
)  # fmt: skip
_DEBRIEF = (
    r"(?:feedback|debrief|retro(?:spective)?|notes|comments) (?:from|of|on|after) (?:the |my |our )?"
    r"(?:last |first )?(?:mocks?|rounds?|interviews?|calls?|screens?|loops?|phone|practice)\b"
)
# Those that open a line, and those that may stand anywhere in it.
NO_QUESTIONS: tuple[str, ...] = (
    r"(?:table of )?contents$|toc$|index$|inhalt|índice|sommaire",
    r"sources?$|resources?\b|references?$|links?$|reading$|further reading|recursos|quellen|ressources",
    r"(?:key ?words|key phrases|buzz ?words|vocabulary|vocab|phrases|stichw|schlüsselw|palabras clave"
    r"|palavras[- ]chave|mots[- ]clés)\b",
    r"(?:last[- ]minute|on the day|morning of|the (?:day|night) before|to (?:bring|pack|read|prepare|check|do)"
    r"|(?:stuff|things|what) to (?:bring|read|remember|check|pack|wear|print|avoid|do)|packing|before i go)\b",
    _DEBRIEF,
    r"(?:tips?|rules?|reminders?|checklist|legend|logistics|schedule|agenda|timetable)\b"
    r"|tipps|consejos|dicas|conseils|rules for",
    r"what (?:they|interviewers?|recruiters?|panels?|companies|firms) (?:look|listen|want|rate|score|check)",
    r"前言|开场|怎么(?:讲|说|答)|(?:vorwort|opbouw|geheugensteun|spickzettel)\b",
    r"probes\b|footnotes?$|changelog$|attachments?$",
    r"(?:to )?(?:watch|read|listen)(?: later)?$|(?:watch|reading|listening) list$|videos?$|podcasts?$|articles?$|blogs?$",
    r"(?:read|see|lee|leia|leer) (?:also|more|también|também|más|mais)\b|related (?:posts?|articles?|questions?)\b"
    r"|you (?:may|might) also like|más artículos|artigos relacionados|verwandte (?:artikel|themen)|das könnte (?:dich|sie)"
    r"|lire aussi|à lire aussi|相关(?:阅读|文章|推荐)|延伸阅读|推荐阅读|関連(?:記事|リンク)|あわせて読みたい|관련 (?:글|기사)",
)
NO_QUESTIONS_ANYWHERE: tuple[str, ...] = (
    r"\bstar\b|\bthe form\b|\bmethod\b|\bhow (?:i|we|to) (?:use|read|answer|study)\b|方法|メソッド|방법",
    r"\bmethode|método|méthode|table des mati|目录|目次|목차|参考|資料|참고|关键词|キーワード|키워드",
    r"提示|注意|コツ|怎么(?:讲|回答|答)$",
)
NO_QUESTIONS_HOLD: tuple[str, ...] = (
    "star", "the form", "method", "how ", "método", "méthode", "table des mati", "方法", "メソッド", "방법", "目", "목차", "考", "資料",
    "참고", "词", "詞", "キーワード", "키워드", "提示", "注意", "コツ", "怎",
)  # fmt: skip

# What answers are built with; a heading that asks about it asks nothing of the reader.
METHOD = r"\b(?:STAR|SOAR|CAR|STARL?[LR]?|SBI|S\.T\.A\.R\.?)(?![\w-])"

# Of these headings: nothing in the sections below them asks either.
NO_QUESTIONS_BELOW = (
    r"^(?:logistics|schedule|agenda|timetable|resources?|references?|links?|reading|further reading"
    r"|(?:table of )?contents|contributing|licen[cs]e)\b"
    "|^" + _DEBRIEF
)

# A heading or lead-in with one of these announces a list of principles.
PRINCIPLE_WORDS: tuple[str, ...] = (
    r"\b(?:(?:believes? in|stands? for)\b|competenc|prinzip|(?:values?|valori[sz]am|valori[sz]an|valoran|valorisent|lps?|principles?|tenets?|pillars?|virtues?|valores|princ[ií]pios"
    r"|werte?|valeurs|principes)\b)",
    "价值观|原则|准则|バリュー|価値観|原則|가치|원칙",
)
PRINCIPLE_WORDS_HOLD: tuple[str, ...] = (
    "believe", "stand", "competenc", "princ", "prinz", "priní", "val", "lp", "tenet", "pillar", "virtue", "wert", "价", "则", "則", "價", "バリュー",
    "価値観", "가치", "원칙",
)  # fmt: skip

# A line below a question that opens with one of these and a colon names its principles.
TAG_LABELS = (
    r"lps?|(?:leadership )?principles?|(?:core )?values?|competenc(?:y|ies)|traits?|tests?|probes|shows|signals?"
    r"|价值观|原则|バリュー|가치|valor(?:es)?|princ[ií]pios?|werte?|prinzip(?:ien)?|valeurs?|principes?"
)

# A line between a story and the questions that it can answer.
SERVES = (
    r"(?:good|fits?|works?|use[ds]?|useful|helps?|best|(?:use|take|tell|try) (?:it|this)|(?:possible |an? )?answers?)"
    r" (?:for|with|in|to|these|the|when)\b|(?:could|can|may|might) be (?:an? )?(?:answers?|used|told|good)\b"
    r"|(?:bruikbaar|goed|past) (?:voor|bij)\b|(?:va bene|utile) per\b"
    r"|(?:can|could|may|might|will|also) (?:answer|serve|be used|fit)"
    r"|(?:it |this )?(?:answers|covers|serves)\b|(?:also )?for(?: the)? questions?\b"
    r"|(?:sirve|serve|vale) para\b|responde a\b|(?:passt|geeignet|hilft|taugt|gut) (?:zu|auf|für|bei)\b"
    r"|beantwortet\b|(?:sert|utile) (?:à|pour)\b|(?:répond|convient) |pour répondre"
)
SERVES_ANYWHERE: tuple[str, ...] = (
    r"\bquestions? (?:it|this|they|that) ",
    r"适用|可以?回答|可用于|对应的?问题|使える質問|対応する質問|答えられる|활용|쓸 수 있는|답할 수 있는",
)
SERVES_HOLD: tuple[str, ...] = (
    "question", "适", "適", "可", "对", "對", "使える", "対応する", "答えられる", "활용", "쓸 수", "답할 수",
)  # fmt: skip

# Lines that only say what follows.
ANNOUNCES = (
    r"(?:(?:my|the|here are(?: my)?) )?(?:own )?(?:notes|answers|replies|stories)(?: so far| below)?"
    r"|(?:meine )?(?:antworten|notizen)|(?:mis |minhas )?(?:respuestas|respostas|notas)|(?:mes )?(?:réponses|notes)"
    r"|(?:我的)?(?:回答|答案|笔记)|(?:私の)?(?:回答|答え|メモ)|(?:내 )?(?:답변|메모)"
)

# Headings that group questions but name no value.
GROUP_WORDS = (
    r"^(?:warm[- ]?up|general|hr|basics?|intro(?:duction)?|misc(?:ellaneous)?|other|others|opening"
    r"|closing|mixed(?: round)?|follow[- ]?ups?.*|mistakes?|behaviou?ral.*|before .*|after .*|why .*"
    r"|about (?:me|you|the).*|questions?.*|interview.*|q&a|faq|stories|my stories|resume|cv|technical"
    r"|qs|phone.*|round .*|part .*|section .*|day .*|thursday|monday|tuesday|wednesday|friday|notes?|notizen|notas|remarques|メモ|笔记|备注|메모|everybody asks|always asked"
    r"|allgemein.*|sonstiges|vermischtes|généralités|divers|general.*|varios|geral|outros)$"
    r"|其他|通用|一般|自我介绍|その他|기타|\btemplate\b|^master copy|^blank\b|no value|without a? ?(?:value|principle)|no principle|없음|ohne wert|sin valor|sem valor|価値観なし|无价值观"
)

# How the names of values urge ("Own the mess", "Ehrlich bleiben", "Agir avec soin", "约束を守る"), where
# the names of topics are nouns.
URGES = (
    r"(?:act|aim|always|answer|ask|assume|be|bet|break|bring|build|care|carry|challenge|choose|clean|commit|count|cut"
    r"|dare|deliver|dig|disagree|dive|do|don't|dream|earn|embrace|empower|enjoy|face|fail|fight|find|finish|fix|focus"
    r"|follow|get|give|go|grow|have|help|hire|hold|honou?r|insist|invent|invite|keep|know|lead|learn|leave|lend|let"
    r"|lift|listen|look|love|make|measure|mend|mind|move|never|obsess|offer|open|own|pay|pick|plan|play|protect|push"
    r"|put|question|raise|reach|read|repair|respect|return|rise|run|say|see|seek|serve|set|share|ship|show|simplify"
    r"|sleep|slow|solve|speak|stand|start|stay|step|stop|strive|surprise|take|teach|tell|test|think|treat|trust|try"
    r"|turn|understand|use|wait|walk|waste|watch|wear|welcome|win|work|write)(?: (?!for |as |from |at )[^\s.,]+)+"
    r"|(?:no|one|zero|better|every|less|fewer|nobody|everyone|everybody) .+"
    r"|[^\s]+(?: [^\s]+)? (?:first|together|by default|every day|over [^\s]+|before [^\s]+|(?:is|are|beats|wins) .+)"
    r"|(?:[^\W\d_]+[ai]r|hacer|ser|tener|aprender|poner|crecer|atender|fazer|ter|vencer|crescer|entender|proteger"
    r"|responder)(?:se|nos|lo|la)? (?:con|de|em|en|com|la|el|lo|los|las|o|a|al|ao|as|os|un|una|um|uma|primero|antes"
    r"|juntos|sin|sem|bien|bem|siempre|sempre|más|mais|menos|no|não|hasta|até|por|para|rápido|claro|verdad)\b.*"
    r"|(?:oser|agir|tenir|dire|faire|aider|aller|apprendre|prendre|donner|écouter|servir|rester|viser|être|avoir"
    r"|partager|penser|parler|bâtir|construire|respecter|grandir|garder|jouer|simplifier|chercher|finir|réussir"
    r"|soigner|avancer|rendre|voir|mettre) .+"
    r"|(?:osons|agissons|tenons|disons|faisons|restons|soyons|ayons|sois|soyez|ose|osez) .+"
    r"|(?!.*\b(?:und|oder|im|in|vom|zum|bei|über|mit den)\b)[^\W\d_]{3,}(?: [^\W\d_]+)* "
    r"(?!then|when|often|even|open|seven|given|taken|broken|written|women|men|children|allen|anderen|neuen)"
    r"(?:[a-zäöüß]{2,}en|tun|sein)"
    r"|(?:敢于|勇于|坚持|保持|拥抱|追求|学会|永远|始终|不要|让|把).{1,8}|.{2,4}(?:第一|优先|至上|为先|为本)"
    r"|[^\s。、]{2,14}[うくぐすつぬぶむる]|[^\s。、]{2,14}(?:しよう|せよ)"
    r"|[가-힣]+(?: [가-힣]+)* [가-힣]+(?:기|자|하라)"
)

# Single words that firms write on their walls; where most titles of a style are such, all are values.
VIRTUES = (
    "care|caring|craft|craftsmanship|courage|curiosity|ownership|integrity|trust|humility|respect"
    "|honesty|excellence|empathy|kindness|candor|candour|simplicity|boldness|transparency"
    "|openness|accountability|generosity|grit|resilience|passion|inclusion|belonging|quality"
    "|speed|urgency|frugality|thrift|impact|patience|fairness|loyalty|compassion|authenticity"
    "|creativity|innovation|sustainability|balance|joy|fun|hustle|rigor|rigour|focus|clarity"
    "|responsibility|discipline|wisdom|service|mut|vertrauen|respekt|neugier|ehrlichkeit|sorgfalt"
    "|verantwortung|demut|offenheit|valentía|respeto|confianza|curiosidad|integridad|honestidad"
    "|humildad|coraje|coragem|respeito|confiança|curiosidade|integridade|humildade|confiance"
    "|curiosité|intégrité|humilité|audace|honnêteté|bienveillance|exigence|诚信|尊重|勇气|好奇|好奇心|正直|谦逊"
    "|信任|創意|创新|担当|匠心|誠実|勇気|信頼|謙虚|정직|존중|용기|호기심|신뢰|겸손"
)

# Titles under which people sort questions, spelled as names are; where many are such, none is a value.
CATEGORIES = (
    r"\b(?:team ?work|leadership|conflicts?|failures?|communication|problem[- ]solving|time management"
    r"|strengths?|weakness(?:es)?|motivation|adaptability|stress|decision[- ]making|priorit\w+|challenges?"
    r"|achievements?|experience|career|skills?|projects?|feedback|deadlines?|pressure|management|resolution"
    r"|collaboration|situations?|background|culture fit|goals?|role|job|company|coworkers?|colleagues?)\b"
)

# Sections whose titles name what the writer tells, not what is asked.
STORY_SECTIONS = (
    r"^(?:my )?(?:(?:main|big|past|key|side|work) )?(?:projects?|stories|story bank|case studies|anecdotes"
    r"|achievements|war stories)\b|^mis (?:historias|proyectos)|^meus projetos|^meine (?:projekte|geschichten)"
    r"|^mes (?:projets|histoires)|^(?:我的)?(?:项目|故事)(?:经历|库|集)?$|^(?:プロジェクト|エピソード)|^프로젝트"
)

# Notes to oneself: no answer.
TODO_WORDS = (
    r"(?:todo|tbd|tba|tbc|fixme|wip|later|fill in|to be (?:done|filled|written|decided)|none yet"
    r"|not yet|nothing yet|no idea yet|待补充|待定|不知道|未定|要記入|미정|pendiente|por hacer|pendente"
    r"|blank|empty|none|nothing|coming soon|no (?:story|answer)(?: yet)?|not written(?: yet)?|(?:noch )?offen|leer"
    r"|fehlt(?: noch)?|vide|à écrire|vac[ií][oa]|vazi[oa]|sin respuesta|sem resposta|(?:还)?没(?:想好|想到|有|写)|待写"
    r"|未記入|(?:あと|後)で(?:書く|考える)|まだ|나중에|없음|아직|미작성"
    r"|idea|skip(?:ped)?|sorry|no idea|need(?:s)? an? (?:story|example)|find an? (?:story|example)"
    r"|think of (?:one|an example|a story)|待补|想(?:一个|个)?(?:例子|故事)|找(?:一个|个)?(?:例子|故事)"
    r"|a fazer|à faire|à compléter|à préparer|a preparar|por preparar|待补|n/?a|xxx+)"
)
# These open a note to oneself that goes on: "tbd, ask Kim", "no story yet. The summer job?"
TODO_OPENINGS = (
    r"(?:todo|ＴＯＤＯ|tbd|tba|fixme)(?=[\s:：,，;.、(（–—-])|(?:pendiente|pendente|待补充|待补|待定|未定|要記入|未記入|미정|noch offen|à écrire"
    r"|à compléter|por hacer|a fazer|fehlt noch|没想好)\s*[:：,，;、(（–—-]"
    r"|(?:not (?:written|sure|decided|prepared)|no (?:story|answer|example)|don'?t have (?:one|a story)|nothing(?: good)?"
    r"|no idea|none) yet\b|still (?:need|looking for) an? (?:story|example)|(?:weiß|weiss) (?:ich )?noch nicht\b"
    r"|noch (?:nichts|keine? (?:geschichte|beispiel|antwort))\b|(?:pas encore|aún sin|todavía sin|ainda sem) "
    r"(?:d'histoire|d'exemple|de réponse|écrit|historia|história|ejemplo|exemplo|respuesta|resposta)"
    r"|还没(?:想好|写|有例子)|まだ(?:書いて|考えて|決めて|ない|思いつ)|아직 (?:없|못|안)"
)
# What they begin with, to know most lines for none of them.
TODO_HEADS = (
    "tod", "ｔｏ", "tbd", "tba", "fix", "pen", "待补", "待定", "未定", "要記", "未記", "미정", "noc", "à é",
    "à c", "por", "a f", "feh", "没想", "not", "no ", "don", "non", "sti", "wei", "pas", "aún",
    "ain", "还没", "まだ", "아직",
)  # fmt: skip
MAYBE_WORDS = r"(?:maybe|perhaps|probably|evtl\.?|vielleicht|quizás?|tal vez|talvez|peut-être|或许|也许|可能用|たぶん|아마)"
IDEA_WORDS = (
    "ideas?|idee|idea|idée|思路|点子|候选|アイデア|아이디어"  # and what it could be, in a few words
)
TODO_SIGNS = "?-–—…._"  # so does a line of these alone
TIP_WORDS = (
    r"(?:(?:the )?(?:tips?|hints?|tricks?|reminder|note to self|remember|advice|don'?t)\b|(?:the )?traps?(?: here)?\s*[:：]|提示|注意|技巧"
    r"|(?:what|why) they|they (?:look|want|listen|like|may ask|may dig)\b|looking for|red flags?\b|qué buscan|o que buscam"
    r"|was sie hören|ce qu'ils|pièges?\s*[:：]|或者[:：]|また[はは]：|思路|要点|考察|考点|ポイント|狙い|意図|예\)|예:|포인트|힌트|주의"
    r"|ヒント|コツ|팁|consejo|pista|dica|tipp|hinweis|astuce|conseil)"
)
POINTER_WORDS = (
    r"(?:see|cf\.?|ref(?:er|erence)?(?:\.| to)?|same (?:as|story|answer)|as above|like above|use"
    r"|reuse|siehe|wie oben|voir|idem|ver|véase|igual que|como arriba|vide|mesmo que|见|参见|同上|同"
    r"|参照|同じ|참조|위와 같음)"
)
LINK_BACK: tuple[str, ...] = (
    "back to top", "back to the top", "回到顶部", "nach oben", "retour en haut", "volver arriba",
    "voltar ao topo",
)  # fmt: skip

# Published names that turn up in many people's notes; evidence, never a requirement.
# The Leadership Principles of Amazon, https://www.amazon.jobs/content/en/our-workplace/leadership-principles
KNOWN_PRINCIPLES: tuple[str, ...] = (
    "Customer Obsession", "Ownership", "Invent and Simplify", "Are Right, A Lot",
    "Learn and Be Curious", "Hire and Develop the Best", "Insist on the Highest Standards",
    "Think Big", "Bias for Action", "Frugality", "Earn Trust", "Dive Deep",
    "Have Backbone; Disagree and Commit", "Deliver Results",
    "Strive to be Earth's Best Employer", "Success and Scale Bring Broad Responsibility",
)  # fmt: skip

# Chinese stands above in simplified characters; many people write traditional ones. Apostrophes stand as
# a keyboard has them; phones write them curly.
_TRADITIONAL = str.maketrans(
    "个为么举于们价会创务动准几则办历参库应当择担无经结绍获虚补观见记训讲许诉词试诚说请谁谈谦适选逊还"
    "键问顶项题样标气没况关写笔对备录质库尽听数据间",
    "個為麼舉於們價會創務動準幾則辦歷參庫應當擇擔無經結紹獲虛補觀見記訓講許訴詞試誠說請誰談謙適選遜還"
    "鍵問頂項題樣標氣沒況關寫筆對備錄質庫盡聽數據間",
)
_SIMPLIFIED = re.compile("[" + "".join(map(chr, _TRADITIONAL)) + "]")


def _both(phrases: tuple[str, ...]) -> tuple[str, ...]:
    written = (p.translate(_TRADITIONAL) for p in phrases)
    return tuple(dict.fromkeys((*phrases, *written, *(p.replace("'", "’") for p in phrases))))


def _either(pattern: str) -> str:
    pattern = _SIMPLIFIED.sub(lambda m: f"[{m[0]}{m[0].translate(_TRADITIONAL)}]", pattern)
    return pattern.replace("'", "['’]")


REQUESTS, REQUESTS_INSIDE = _both(REQUESTS), _both(REQUESTS_INSIDE)
QUESTION_WORDS, CJK_ASKS = _both(QUESTION_WORDS), _both(CJK_ASKS)
FIRST_PERSON, FIRST_PERSON_CJK = _both(FIRST_PERSON), _both(FIRST_PERSON_CJK)
YOU_UNSAID = tuple(map(_either, YOU_UNSAID))
CASE_WORDS = _both(CASE_WORDS)
ORDINALS = _both(ORDINALS)
BEATS = {name: _both(labels) for name, labels in BEATS.items()}
QUESTION_LABELS, ANSWER_LABELS = _both(QUESTION_LABELS), _both(ANSWER_LABELS)
LINK_BACK = _both(LINK_BACK)
MY_QUESTIONS = tuple(map(_either, MY_QUESTIONS))
NO_QUESTIONS = tuple(map(_either, NO_QUESTIONS))
NO_QUESTIONS_ANYWHERE = tuple(map(_either, NO_QUESTIONS_ANYWHERE))
PRINCIPLE_WORDS = tuple(map(_either, PRINCIPLE_WORDS))
SERVES_ANYWHERE = tuple(map(_either, SERVES_ANYWHERE))
TAG_LABELS, GROUP_WORDS, VIRTUES = _either(TAG_LABELS), _either(GROUP_WORDS), _either(VIRTUES)
URGES = _either(URGES)
ANNOUNCES, STORY_SECTIONS = _either(ANNOUNCES), _either(STORY_SECTIONS)
TODO_WORDS, MAYBE_WORDS, IDEA_WORDS = _either(TODO_WORDS), _either(MAYBE_WORDS), _either(IDEA_WORDS)
TODO_OPENINGS = _either(TODO_OPENINGS)
TIP_WORDS, POINTER_WORDS = _either(TIP_WORDS), _either(POINTER_WORDS)
