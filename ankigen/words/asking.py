"""Ways of asking, and who speaks to whom."""

from __future__ import annotations

from ankigen.words.scripts import both, each

# Words that open a request for a story. They ask even where the line ends in a full stop.
REQUESTS = both((
    # English
    "tell me", "tell us", "tell the story", "tell a story", "describe", "give me", "give us",
    "give an example", "give a specific", "give examples", "give one example", "walk me", "walk us",
    "talk about", "talk me", "talk us", "share a time", "share an", "share with", "explain how", "explain why",
    "explain a", "explain something", "explain to", "introduce yourself", "name a ", "name an ", "name one",
    "name two", "name three", "name something", "name the ", "name your", "provide an example", "recall a",
    "think of a time", "think about a time", "show me", "list three", "discuss a", "pick a", "pitch me",
    "pitch us", "pitch your", "pitch yourself", "pitch this", "pitch a", "pitch the", "convince me", "sell me",
    "can you", "could you", "please describe", "please tell", "help me understand", "help us understand",
    "take me", "take us", "run me through", "run us through", "lead me through", "lead us through",
    "guide me through", "paint me", "paint us", "paint a picture", "bring me", "bring us", "teach me",
    "teach us", "convince us", "persuade me", "persuade us", "sell us", "sell yourself", "sell this",
    "introduce me to", "talk through", "walk through your", "rate yourself", "rate your", "describe",
    "imagine you", "imagine that you", "imagine your", "imagine a", "suppose you", "suppose that you",
    "suppose your", "suppose a ", "say you", "say your", "let's say", "let's talk about", "let us talk about",
    "lets say", "assume you", "assume that you", "assume your", "picture this", "picture yourself",
    "put yourself", "pick one", "pick two", "pick three", "pick your", "choose a", "choose three", "name four",
    "name five", "name some", "name any", "name any ", "list your", "list two", "list four", "list five",
    "compare a", "compare your", "compare two", "summarise your", "summarize your", "sum up",
    "complete this sentence", "complete the sentence", "finish this sentence", "finish the sentence",
    "defend a", "defend your", "recount", "recall an", "elaborate on", "outline how", "outline your",
    "outline a", "expand on", "justify your", "justify a", "reflect on", "share your", "share a story",
    "share a moment", "share a situation", "share a failure", "share a success", "share a challenge",
    "share a project", "share a mistake", "share a personal", "share a specific", "share one",
    "share something", "demonstrate how", "demonstrate that you", "demonstrate your", "illustrate how",
    "illustrate with", "illustrate your", "briefly describe", "briefly explain", "briefly introduce",
    "briefly tell", "briefly summarise", "briefly summarize", "explain your", "explain me", "explain us",
    "explain what", "please introduce", "please give", "please share", "please explain", "please walk",
    "please provide", "please present", "present yourself", "present your", "provide examples", "provide a",
    "provide one", "show us", "start by introducing", "start by telling", "start with your",
    "start with a short introduction", "i'd like to hear", "i would like to hear", "we'd like to hear",
    "we would like to hear", "i'd love to hear", "we'd love to hear", "we want to hear", "i want you to",
    "i'd like you to", "i would like you to", "we'd like you to", "we would like you to", "think of an",
    "think back to", "speak about", "speak to a", "cite an", "cite a ", "discuss how", "discuss your",
    # Chinese
    "请", "谈谈", "说说", "讲讲", "讲一", "说一", "谈一", "描述", "举例", "举一个", "介绍", "分享", "聊聊", "聊一", "告诉我", "讲述", "列举",
    "列出", "假设", "假如", "假定", "想象", "评价一下", "评价你", "评价一", "说服我", "带我走", "带我们走", "带我了解", "带我们了解", "给我讲", "给我们讲",
    "给我们介绍", "给我介绍", "给我举", "给我们举", "用一个词", "用三个词", "用几个词", "用两个词", "用一句话", "用三句话", "用五个词", "给自己打分", "给自己打个分",
    "把这支笔", "分析一下", "分析你", "总结一下", "总结你", "简单介绍", "简单说", "简单描述", "简单谈", "简短", "简要", "简述", "概述", "阐述", "回忆一",
    "回顾一", "回顾你", "做个自我介绍", "做一个自我介绍", "作一个自我介绍", "举个", "举两个", "举出", "举几个", "说出", "说明一下", "说明你", "论述", "谈你",
    "谈对", "讲你", "定义一下", "比较一下", "推销", "给我举", "给我讲", "给我说", "给我们", "跟我说", "跟我讲", "跟我们", "和我们", "举出", "举个",
    # Spanish, Portuguese
    "cuénteme", "cuéntame", "cuéntanos", "háblame", "hábleme", "describe", "describa", "dame un", "deme un",
    "explica", "explícame", "háblanos", "háblenos", "cuéntenos", "cuenta una", "cuenta un", "descríbeme",
    "descríbame", "descríbenos", "descríbanos", "descríbete", "descríbase", "ponme un", "póngame un",
    "ponnos un", "pon un ejemplo", "ponga un ejemplo", "dime", "dinos", "dígame", "díganos", "dame", "danos",
    "deme", "dé un ejemplo", "da un ejemplo", "véndeme", "véndame", "véndenos", "imagina", "imagínate",
    "imagínese", "supón", "suponga", "supongamos", "convénceme", "convénzame", "convéncenos", "defínete",
    "defínase", "define tu", "defina", "llévame por", "lléveme por", "explíqueme", "explícanos", "explíquenos",
    "nombra", "nombre tres", "nombre un", "nombre dos", "enumera", "enumere", "comparte", "comparta", "relata",
    "relátame", "relate una", "relate un", "resume tu", "resuma su", "resúmeme", "compárate", "haz una",
    "haz un", "haga una", "puntúate", "puntúese", "valórate", "evalúate", "preséntese", "coméntame",
    "coméntanos", "coménteme", "comenta una", "comente una", "mencione", "cita un", "cita tres", "cita dos",
    "completa la frase", "complete la frase", "muéstrame", "muéstreme", "justifica", "argumenta",
    "me gustaría que", "quisiera que", "recuerda una", "recuerde una", "menciona", "preséntate", "conte-me",
    "conte", "conta", "fale", "fala-me", "fale-me", "descreva", "descreve", "dê um", "dê-me", "dá um",
    "explique", "apresente-se", "cite um", "cite uma", "cite dois", "cite duas", "cite três", "me fale",
    "nos fale", "fale-nos", "fala-nos", "me conte", "nos conte", "conte-nos", "conta-me", "conta-nos", "me dê",
    "nos dê", "dê exemplos", "dê dois", "dê três", "dá-me", "dá exemplos", "me descreva", "descreva-se",
    "descreva-me", "me diga", "nos diga", "diga três", "diga-me", "diga-nos", "diga dois", "diga um",
    "diga uma", "diz-me", "me venda", "venda-me", "venda esta", "imagine que", "imagine um", "imagine uma",
    "imagina que", "suponha", "suponhamos", "me convença", "convença-me", "me explique", "explique-me",
    "me apresente", "apresenta-te", "apresente um", "apresente uma", "compartilhe", "partilhe", "relate uma",
    "relate um", "comente sobre", "comente um", "comente uma", "resuma a", "resuma o", "resuma sua",
    "liste os", "liste as", "liste seus", "liste três", "enumere", "nomeie", "avalie-se", "compare-se",
    "defina-se", "mostre-me", "me mostre", "aponte", "justifique", "complete a frase", "leve-me",
    "gostaria que",
    # German, French
    "erzählen sie", "verkaufen sie", "überzeugen sie", "nehmen sie", "führen sie", "sagen sie", "zeigen sie",
    "bewerten sie", "ergänzen sie", "begründen sie", "fassen sie", "vergleichen sie", "gehen sie",
    "wählen sie", "bringen sie", "versetzen sie", "erläutern sie", "definieren sie", "skizzieren sie",
    "zählen sie", "listen sie", "stellen sie ihre", "stellen sie ihren", "stellen sie uns", "stellen sie dar",
    "legen sie dar", "denken sie an", "erinnern sie sich", "vervollständigen sie", "ordnen sie",
    "setzen sie sich", "charakterisieren sie", "angenommen", "nehmen wir an", "gesetzt den fall",
    "stell dir vor", "stell dich", "stelle dich", "stell uns", "nimm mich", "nimm uns", "führ mich",
    "führe mich", "führ uns", "führe uns", "sag mir", "sag uns", "zeig mir", "zeig uns", "überzeug mich",
    "überzeuge mich", "überzeuge uns", "verkauf mir", "verkaufe mir", "bewerte dich", "nenn", "erklär",
    "erläutere", "begründe", "vergleiche", "definiere", "skizziere", "berichte", "gib uns", "gib ein",
    "denk an", "erinnere dich", "bitte beschreiben", "bitte erzählen", "bitte nennen", "bitte schildern",
    "bitte stellen", "bitte erläutern", "bitte erklären", "bitte geben", "erzähl", "erzähle",
    "beschreiben sie", "beschreibe", "beschreib", "nennen sie", "nenne", "schildern sie", "schildere",
    "geben sie", "gib mir", "stellen sie sich", "berichten sie", "erklären sie", "erkläre", "parlez-moi",
    "parle-moi", "parlez", "racontez", "raconte", "décrivez", "décris", "donnez", "donne-moi", "citez",
    "expliquez", "présentez", "présente-toi", "présente ton", "présente ta", "parle-nous", "raconte-moi",
    "raconte-nous", "donne-nous", "donne un", "donne trois", "cite un", "cite une", "cite trois", "emmenez",
    "emmène-moi", "emmène-nous", "vendez-moi", "vendez-nous", "vends-moi", "imaginez", "imagine que",
    "supposons", "supposez", "suppose que", "dites-moi", "dites-nous", "dis-moi", "dis-nous", "convainquez",
    "convaincs-moi", "expliquez-moi", "explique-moi", "notez-vous", "évaluez", "comparez", "résumez",
    "résume ton", "définissez", "définis", "nommez", "nomme un", "nomme trois", "complétez", "partagez",
    "partage une", "partage un", "faites-moi", "faites-nous", "fais-moi", "mettez-vous", "mets-toi", "évoquez",
    "évoque un", "évoque une", "illustrez", "énumérez", "listez", "commentez", "justifiez", "détaillez",
    "retracez", "montrez-moi", "montrez-nous", "relatez", "rappelez-moi", "pensez à une", "pensez à un",
    "j'aimerais que vous", "veuillez",
    # Dutch, Italian
    "vertel", "beschrijf", "geef een", "geef eens", "noem een", "noem eens", "leg uit", "raccontami",
    "raccontaci", "racconta", "mi racconti", "ci racconti", "descrivi", "descriva", "parlami", "parlaci",
    "mi parli", "fammi un esempio", "mi faccia un esempio", "fai un esempio",
    # Swedish, Danish and Norwegian, Polish, Russian
    "berätta", "beskriv", "fortell", "fortæl", "opowiedz", "opisz", "расскажи", "опишите", "опиши",
    "приведите пример",
))  # fmt: skip

# The same where they stand inside a line ("By giving an example, tell me ...") or close it.
REQUESTS_INSIDE = both((
    "tell me", "tell us", "give me an example", "give an example", "describe a time", "introduce yourself", "present yourself", "describe yourself",
    "にについて教えて", "教えてください", "話してください", "説明してください", "述べてください",
    "聞かせてください", "挙げてください", "お願いします", "お願い致します", "말씀해", "말해 주", "말해주", "설명해", "이야기해", "들려주", "말해 보", "말해보", "들어 주", "들어주",
    "부탁드", "적어 보", "얘기해",
    "소개해", "알려주", "怎么办", "为什么", "怎么样", "如何", "cuénteme", "conte-me",
))  # fmt: skip
# What stands in those of Latin letters: a look for it rules out most texts.
REQUESTS_INSIDE_HOLD: tuple[str, ...] = (
    "yourself",
    "tell ",
    " an example",
    "describe a time",
    "conte-me",
    "cuénteme",
)

# Requests that close a line, where verbs stand last.
REQUEST_ENDINGS: tuple[str, ...] = (
    "か", "까", "나요", "까요", "ください", "下さい", "教えて", "話して", "聞かせて", "説明して", "挙げて", "紹介して", "述べて", "せよ", "述べよ", "挙げよ", "述べなさい", "挙げなさい", "しなさい", "話してみて",
    "주세요", "보세요", "주십시오", "보십시오", "하시오", "말하시오", "쓰시오", "바랍니다", "해봐요", "해 봐요", "주시겠어요", "말해봐", "해라", "주실래요",
)  # fmt: skip

# Words that open a question. Without a question mark they ask only where no statement could be meant.
QUESTION_WORDS = both((
    # English
    "what", "what's", "whats", "which", "who", "who's", "whose", "whom", "why", "how", "how's", "when did",
    "when do", "when have", "when has", "when had", "when was", "when were", "when is", "when are",
    "when would", "when will", "when can", "when should", "when you", "when your", "where did", "where do",
    "where does", "where is", "where are", "where was", "where were", "where have", "where would",
    "where will", "do you", "did you", "does", "have you", "has your", "are you", "were you", "would you",
    "will you", "is there", "are there", "should", "if you", "if your", "in what", "in which", "on which",
    "at what", "with whom", "to whom", "for whom", "with which", "from whom", "what if", "any time you",
    "a time when you", "a time you",
    # Chinese, Japanese, Korean
    "什么", "为什么", "怎么", "如何", "哪", "谁", "你有没有", "你是否", "你会", "你最", "你如何", "你怎么", "有没有", "能不能", "是否", "如果", "なぜ",
    "どのように", "どう", "何", "誰", "いつ", "どんな", "どの", "どこ", "어떻게", "왜", "무엇", "언제", "누구", "어떤", "어디",
    # Spanish, Portuguese
    "¿", "qué", "cuál", "cuáles", "cómo", "cuándo", "quién", "por qué", "dónde", "cuánto", "o que", "qual",
    "quais", "como você", "como é", "como lida", "quando você", "quando foi", "quem", "por que",
    "porque é que", "onde", "você já",
    # German, French
    "was", "welche", "welcher", "welches", "welchen", "wer", "wem", "wen", "wessen", "warum", "wie",
    "wann haben", "wann hast", "wann war", "wo ", "woran", "worauf", "wofür", "womit", "haben sie", "hast du",
    "würden sie", "können sie", "quel", "quelle", "quels", "quelles", "comment", "pourquoi", "qui",
    "quand avez", "quand as", "où", "que feriez", "qu'est-ce", "avez-vous", "as-tu", "êtes-vous", "mit wem",
    "mit welche", "bei welche", "in welche", "an welche", "nach welche", "seit wann", "wozu", "weshalb",
    "wieso",
    # Dutch, Italian
    "wat", "hoe", "waarom", "wanneer", "waar heb", "waar ben", "welk", "heb je", "hebt u", "ben je", "met wie",
    "perché", "come hai", "come ha ", "come gestis", "come ti", "cosa", "che cosa", "qual è", "quale", "quali",
    "chi ", "hai mai", "ha mai",
    # Swedish, Danish and Norwegian, Polish, Russian
    "hur", "varför", "vilken", "hvordan", "hvorfor", "hvilken", "jak", "dlaczego", "kiedy", "jaki", "jaka",
    "как", "почему", "когда", "какой", "какая", "какие", "какую",
    # With a preposition in front
    "anything you", "anything on your", "anything we", "anything else", "by when", "to what", "on what",
    "under what", "von wem", "von welche", "bei wem", "an wen", "an wem", "auf wen", "auf welche", "für wen",
    "gegen wen", "zu wem", "in wessen", "aus welche", "über was", "über wen", "unter welche", "wovon",
    "wodurch", "woher", "wohin", "wann ", "con quién", "de qué", "de quién", "a quién", "a qué", "en qué",
    "para qué", "para quién", "sobre qué", "con qué", "desde cuándo", "hasta qué", "com quem", "com que",
    "de que", "de quem", "a quem", "em que", "para quem", "sobre o que", "à qui", "à quoi", "à quel",
    "avec qui", "de quoi", "de quel", "dans quel", "en quoi", "pour qui", "sur quoi", "depuis quand", "d'où",
))  # fmt: skip

# More of both: the last words of these belong to what is asked, and tell one question from another.
REQUESTS_IN_FULL = both((
    "give example", "give another", "explain the most", "explain the difference", "explain the biggest", "explain the hardest",
    "explain the last", "explain the best", "explain one", "explain any", "discuss the", "discuss an", "discuss one", "share how you",
    "share the most", "share the hardest", "share the biggest", "share the last", "detail a", "detail how you", "state your", "mention a",
    "mention one", "mention your", "relate a", "relate an", "identify a", "highlight a", "highlight an", "write about a",
    "offer an example", "list some", "list 2", "list 3", "list 4", "list 5", "name 2", "name 3", "name 4", "name 5", "explain the gap",
    "explain the reason", "prove that you", "tell about", "tell a bit", "tell something", "go through your", "run through your",
    "bring an example", "give a time", "give one", "give details", "give some", "provide details", "provide us", "provide me",
    "show an example", "kindly describe", "kindly tell", "kindly share", "kindly give", "please, describe", "please, tell", "please, give",
    "suppose the", "let us hear", "let's hear", "now describe", "now tell me", "now tell us", "recall the", "recall your", "outline the",
    "summarise the", "summarize the", "illustrate a", "report on a",
))  # fmt: skip
QUESTION_WORDS_IN_FULL = both((
    "did something", "did anything", "did anyone", "were there", "had you ever", "would they", "would your", "will they", "may we",
    "shall we", "in your opinion", "in your view", "under which", "by what", "hows", "so why", "so, why", "so, what", "so, how",
    "and what did you", "and why",
    *(f"ever {word}" for word in (
        "argued", "asked", "been", "broken", "changed", "cheated", "dealt", "disagreed", "done", "failed", "felt", "fired", "given", "gone",
        "got", "gotten", "had", "handled", "helped", "led", "lied", "lost", "made", "managed", "missed", "quit", "received", "refused",
        "regretted", "said", "seen", "taken", "thought", "tried", "used", "worked", "written",
    )),
))  # fmt: skip

# A line that ends in one of these is not over.
JOINING_WORDS = (
    "and|or|but|about|of|to|for|with|in|on|at|by|from|that|which|when|where|the|an?|your|you|und|oder|dass"
    "|y|o|que|de|et|ou|como|cómo|con|para|por|del|la|el|los|las|una?|em|com|do|da|um|uma|no|na|mit|von|für|auf|der|die"
    "|das|des|den|dem|eine?[nmr]?|zu|im|le|les|du|une|avec|pour|dans|sur|what|how|who|why|is|was|were|are|have|had|if"
    "|as|than|their|his|her|its|our|my|would|did|do|can"
)

# What people write for a question that they know by heart: "biggest mistake", "conflict with a boss".
TOPICS = (
    r"(?:your )?strengths? (?:and|&|/|\+) (?:your )?weakness(?:es)?$|(?:an? )?(?:instance|occasion)s? (?:when|where|of|you|i|in which|on which)\b"
    r"|(?:the |your |my |an? )?(?:(?:biggest|greatest|worst|best|hardest|toughest|proudest|largest|favou?rite|fastest|slowest|longest|shortest|oddest|strangest"
    r"|funniest|scariest|happiest|saddest|angriest|busiest|ugliest|boldest|smartest|dumbest|craziest|weirdest|riskiest|smallest|messiest"
    r"|trickiest|nicest|kindest|bravest|luckiest|loneliest|finest|darkest|most \w+)"
    r" \w+|(?:recent )?(?:conflict|disagreement|argument|difficult \w+|tough \w+) (?:with|at|in)\b"
    r"|(?:an? |any )?(?:time|example|situation|moment)s? (?:when|where|of|you|i|in which|on which)\b|(?:strengths?|weakness(?:es)?)$"
    r"|größte[rs]? \w+|schlimmste[rs]? \w+|streit mit|mayor \w+|peor \w+|maior \w+|pior \w+|plus gran(?:d|de) \w+"
    r"|(?:自己紹介|自己PR|志望動機|退職理由|転職理由|自我介绍|离职原因|职业规划|자기 ?소개|지원 ?동기|장단점|입사 후 포부|이직 사유)$)"
)

# "Situation where a colleague was hurt."
TIMES_WHEN = r"(?:an? )?(?:time|situation|moment|instance|occasion|example)s? (?:when|where|in which|on which|of a time)\b"

# "A project you are proud of", "Something that only you knew": short, and without an end it asks for a story.
OF_YOURS = (
    r"(?:an?|the|one|any|some|two|three|some(?:thing|one|body)|any(?:thing|one|body)|people|things|times|words|your (?:last|first|best|worst))"
    r"(?: [\w'’-]+){0,5}? you(?:['’](?:d|ve|re|ll))?\b"
)

# In a language without spaces these ask wherever they stand.
CJK_ASKS = both((
    "什么", "怎么", "如何", "为什么", "哪", "谁", "吗", "呢", "多少", "几个", "なぜ", "何", "どの", "どう",
    "どんな", "ですか", "ますか", "でしたか", "ましたか", "か。", "습니까", "나요", "인가요", "까요",
))  # fmt: skip

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
YOU_UNSAID = each((
    "你", "您", "당신", "본인", "あなた", "ご自身", "当社", "弊社",
    r"¿[^?¿]{0,60}?\b(?:[^\W\d_]+(?:aste|iste|aríais|[aei]rías|[aei]rás)|sabes|quieres|tienes|puedes|haces|eres"
    r"|estás|buscas|esperas|crees|piensas|conoces|prefieres|manejas|trabajas|consideras|ganas)\b",
    r"^¿?(?:cu[aá]l(?:es)?|por qu[eé]|c[oó]mo|qu[eé]|d[oó]nde|cu[aá]ndo) (?:(?:es|son|fue|ser[ií]an?) sus?"
    r"|quiere|sabe|espera|har[ií]a|maneja|considera|prefiere|cree|piensa|busca|reacciona)\b",
    r"^(?:por que|como|o que|qual|quando|onde) (?:quer|sabe|espera|faria|lida|gosta|gostaria|considera|prefere"
    r"|acha|pensa|procura|reage)\b",
    "(?:하셨|으셨|으시|하시|하십|시겠|신가요|십니까|나요)[^?？]{0,12}[?？]?$",
    "(?:です|ます|でした|ました|でしょう|ません)か[。？?]?$",
))  # fmt: skip

# After a question word these make a statement of it: "What I did", "How we won".
FIRST_PERSON = both((
    "i", "i'm", "i've", "i'd", "i'll", "we", "we've", "we're", "my", "our", "me", "us", "mine",
    "ich", "wir", "mein", "meine", "unser", "unsere", "mir", "je", "j'ai", "nous", "mon", "ma",
    "notre", "yo", "mi", "mis", "nosotros", "eu", "meu", "minha", "nós", "ik", "wij", "mijn", "onze",
    "mio", "mia", "noi", "jag", "jeg", "я", "мы", "мне",
))  # fmt: skip
# So do these: "how it works", "what they look for".
THIRD_PERSON = (
    "it", "they", "he", "she", "eles", "elas", "ellos", "ellas", "ils", "elles", "essi", "loro",
)  # fmt: skip
FIRST_PERSON_CJK = both((
    "我", "我们", "私", "僕", "저는", "제가", "나는", "내가", "우리",
))  # fmt: skip

QUESTION_LABELS = both((
    "q", "ｑ", "question", "问", "问题", "質問", "問", "질문", "문", "pregunta", "pergunta", "frage", "f",
    "p", "question fréquente", "preg", "domanda", "vraag", "interviewer", "interviewerin", "recruiter", "hiring manager", "they ask", "front", "prompt", "entrevistador", "entrevistadora",
))  # fmt: skip
