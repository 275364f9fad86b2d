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
    "pitch me",
    "pitch us",
    "pitch your",
    "pitch yourself",
    "pitch this",
    "pitch a",
    "pitch the",
    "convince me",
    "sell me",
    "can you",
    "could you",
    "please describe",
    "please tell",
    "help me understand",
    "help us understand",
    "take me",
    "take us",
    "run me through",
    "run us through",
    "lead me through",
    "lead us through",
    "guide me through",
    "paint me",
    "paint us",
    "paint a picture",
    "bring me",
    "bring us",
    "teach me",
    "teach us",
    "convince us",
    "persuade me",
    "persuade us",
    "sell us",
    "sell yourself",
    "sell this",
    "introduce me to",
    "talk through",
    "walk through your",
    "rate yourself",
    "rate your",
    "describe",
    "imagine you",
    "imagine that you",
    "imagine your",
    "imagine a",
    "suppose you",
    "suppose that you",
    "suppose your",
    "suppose a ",
    "say you",
    "say your",
    "let's say",
    "let's talk about",
    "let us talk about",
    "lets say",
    "assume you",
    "assume that you",
    "assume your",
    "picture this",
    "picture yourself",
    "put yourself",
    "pick one",
    "pick two",
    "pick three",
    "pick your",
    "choose a",
    "choose three",
    "name four",
    "name five",
    "name some",
    "name any",
    "name any ",
    "list your",
    "list two",
    "list four",
    "list five",
    "compare a",
    "compare your",
    "compare two",
    "summarise your",
    "summarize your",
    "sum up",
    "complete this sentence",
    "complete the sentence",
    "finish this sentence",
    "finish the sentence",
    "defend a",
    "defend your",
    "recount",
    "recall an",
    "elaborate on",
    "outline how",
    "outline your",
    "outline a",
    "expand on",
    "justify your",
    "justify a",
    "reflect on",
    "share your",
    "share a story",
    "share a moment",
    "share a situation",
    "share a failure",
    "share a success",
    "share a challenge",
    "share a project",
    "share a mistake",
    "share a personal",
    "share a specific",
    "share one",
    "share something",
    "demonstrate how",
    "demonstrate that you",
    "demonstrate your",
    "illustrate how",
    "illustrate with",
    "illustrate your",
    "briefly describe",
    "briefly explain",
    "briefly introduce",
    "briefly tell",
    "briefly summarise",
    "briefly summarize",
    "explain your",
    "explain me",
    "explain us",
    "explain what",
    "please introduce",
    "please give",
    "please share",
    "please explain",
    "please walk",
    "please provide",
    "please present",
    "present yourself",
    "present your",
    "provide examples",
    "provide a",
    "provide one",
    "show us",
    "start by introducing",
    "start by telling",
    "start with your",
    "start with a short introduction",
    "i'd like to hear",
    "i would like to hear",
    "we'd like to hear",
    "we would like to hear",
    "i'd love to hear",
    "we'd love to hear",
    "we want to hear",
    "i want you to",
    "i'd like you to",
    "i would like you to",
    "we'd like you to",
    "we would like you to",
    "think of an",
    "think back to",
    "speak about",
    "speak to a",
    "cite an",
    "cite a ",
    "discuss how",
    "discuss your",
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
    "讲述",
    "列举",
    "列出",
    "假设",
    "假如",
    "假定",
    "想象",
    "评价一下",
    "评价你",
    "评价一",
    "说服我",
    "带我走",
    "带我们走",
    "带我了解",
    "带我们了解",
    "给我讲",
    "给我们讲",
    "给我们介绍",
    "给我介绍",
    "给我举",
    "给我们举",
    "用一个词",
    "用三个词",
    "用几个词",
    "用两个词",
    "用一句话",
    "用三句话",
    "用五个词",
    "给自己打分",
    "给自己打个分",
    "把这支笔",
    "分析一下",
    "分析你",
    "总结一下",
    "总结你",
    "简单介绍",
    "简单说",
    "简单描述",
    "简单谈",
    "简短",
    "简要",
    "简述",
    "概述",
    "阐述",
    "回忆一",
    "回顾一",
    "回顾你",
    "做个自我介绍",
    "做一个自我介绍",
    "作一个自我介绍",
    "举个",
    "举两个",
    "举出",
    "举几个",
    "说出",
    "说明一下",
    "说明你",
    "论述",
    "谈你",
    "谈对",
    "讲你",
    "定义一下",
    "比较一下",
    "推销",
    "给我举",
    "给我讲",
    "给我说",
    "给我们",
    "跟我说",
    "跟我讲",
    "跟我们",
    "和我们",
    "举出",
    "举个",
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
    "háblanos",
    "háblenos",
    "cuéntenos",
    "cuenta una",
    "cuenta un",
    "descríbeme",
    "descríbame",
    "descríbenos",
    "descríbanos",
    "descríbete",
    "descríbase",
    "ponme un",
    "póngame un",
    "ponnos un",
    "pon un ejemplo",
    "ponga un ejemplo",
    "dime",
    "dinos",
    "dígame",
    "díganos",
    "dame",
    "danos",
    "deme",
    "dé un ejemplo",
    "da un ejemplo",
    "véndeme",
    "véndame",
    "véndenos",
    "imagina",
    "imagínate",
    "imagínese",
    "supón",
    "suponga",
    "supongamos",
    "convénceme",
    "convénzame",
    "convéncenos",
    "defínete",
    "defínase",
    "define tu",
    "defina",
    "llévame por",
    "lléveme por",
    "explíqueme",
    "explícanos",
    "explíquenos",
    "nombra",
    "nombre tres",
    "nombre un",
    "nombre dos",
    "enumera",
    "enumere",
    "comparte",
    "comparta",
    "relata",
    "relátame",
    "relate una",
    "relate un",
    "resume tu",
    "resuma su",
    "resúmeme",
    "compárate",
    "haz una",
    "haz un",
    "haga una",
    "puntúate",
    "puntúese",
    "valórate",
    "evalúate",
    "preséntese",
    "coméntame",
    "coméntanos",
    "coménteme",
    "comenta una",
    "comente una",
    "mencione",
    "cita un",
    "cita tres",
    "cita dos",
    "completa la frase",
    "complete la frase",
    "muéstrame",
    "muéstreme",
    "justifica",
    "argumenta",
    "me gustaría que",
    "quisiera que",
    "recuerda una",
    "recuerde una",
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
    "cite uma",
    "cite dois",
    "cite duas",
    "cite três",
    "me fale",
    "nos fale",
    "fale-nos",
    "fala-nos",
    "me conte",
    "nos conte",
    "conte-nos",
    "conta-me",
    "conta-nos",
    "me dê",
    "nos dê",
    "dê exemplos",
    "dê dois",
    "dê três",
    "dá-me",
    "dá exemplos",
    "me descreva",
    "descreva-se",
    "descreva-me",
    "me diga",
    "nos diga",
    "diga três",
    "diga-me",
    "diga-nos",
    "diga dois",
    "diga um",
    "diga uma",
    "diz-me",
    "me venda",
    "venda-me",
    "venda esta",
    "imagine que",
    "imagine um",
    "imagine uma",
    "imagina que",
    "suponha",
    "suponhamos",
    "me convença",
    "convença-me",
    "me explique",
    "explique-me",
    "me apresente",
    "apresenta-te",
    "apresente um",
    "apresente uma",
    "compartilhe",
    "partilhe",
    "relate uma",
    "relate um",
    "comente sobre",
    "comente um",
    "comente uma",
    "resuma a",
    "resuma o",
    "resuma sua",
    "liste os",
    "liste as",
    "liste seus",
    "liste três",
    "enumere",
    "nomeie",
    "avalie-se",
    "compare-se",
    "defina-se",
    "mostre-me",
    "me mostre",
    "aponte",
    "justifique",
    "complete a frase",
    "leve-me",
    "gostaria que",
    # German, French
    "erzählen sie",
    "verkaufen sie",
    "überzeugen sie",
    "nehmen sie",
    "führen sie",
    "sagen sie",
    "zeigen sie",
    "bewerten sie",
    "ergänzen sie",
    "begründen sie",
    "fassen sie",
    "vergleichen sie",
    "gehen sie",
    "wählen sie",
    "bringen sie",
    "versetzen sie",
    "erläutern sie",
    "definieren sie",
    "skizzieren sie",
    "zählen sie",
    "listen sie",
    "stellen sie ihre",
    "stellen sie ihren",
    "stellen sie uns",
    "stellen sie dar",
    "legen sie dar",
    "denken sie an",
    "erinnern sie sich",
    "vervollständigen sie",
    "ordnen sie",
    "setzen sie sich",
    "charakterisieren sie",
    "angenommen",
    "nehmen wir an",
    "gesetzt den fall",
    "stell dir vor",
    "stell dich",
    "stelle dich",
    "stell uns",
    "nimm mich",
    "nimm uns",
    "führ mich",
    "führe mich",
    "führ uns",
    "führe uns",
    "sag mir",
    "sag uns",
    "zeig mir",
    "zeig uns",
    "überzeug mich",
    "überzeuge mich",
    "überzeuge uns",
    "verkauf mir",
    "verkaufe mir",
    "bewerte dich",
    "nenn",
    "erklär",
    "erläutere",
    "begründe",
    "vergleiche",
    "definiere",
    "skizziere",
    "berichte",
    "gib uns",
    "gib ein",
    "denk an",
    "erinnere dich",
    "bitte beschreiben",
    "bitte erzählen",
    "bitte nennen",
    "bitte schildern",
    "bitte stellen",
    "bitte erläutern",
    "bitte erklären",
    "bitte geben",
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
    "présente-toi",
    "présente ton",
    "présente ta",
    "parle-nous",
    "raconte-moi",
    "raconte-nous",
    "donne-nous",
    "donne un",
    "donne trois",
    "cite un",
    "cite une",
    "cite trois",
    "emmenez",
    "emmène-moi",
    "emmène-nous",
    "vendez-moi",
    "vendez-nous",
    "vends-moi",
    "imaginez",
    "imagine que",
    "supposons",
    "supposez",
    "suppose que",
    "dites-moi",
    "dites-nous",
    "dis-moi",
    "dis-nous",
    "convainquez",
    "convaincs-moi",
    "expliquez-moi",
    "explique-moi",
    "notez-vous",
    "évaluez",
    "comparez",
    "résumez",
    "résume ton",
    "définissez",
    "définis",
    "nommez",
    "nomme un",
    "nomme trois",
    "complétez",
    "partagez",
    "partage une",
    "partage un",
    "faites-moi",
    "faites-nous",
    "fais-moi",
    "mettez-vous",
    "mets-toi",
    "évoquez",
    "évoque un",
    "évoque une",
    "illustrez",
    "énumérez",
    "listez",
    "commentez",
    "justifiez",
    "détaillez",
    "retracez",
    "montrez-moi",
    "montrez-nous",
    "relatez",
    "rappelez-moi",
    "pensez à une",
    "pensez à un",
    "j'aimerais que vous",
    "veuillez",
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
    "tell me", "tell us", "give me an example", "give an example", "describe a time", "introduce yourself", "present yourself", "describe yourself",
    "にについて教えて", "教えてください", "話してください", "説明してください", "述べてください",
    "聞かせてください", "挙げてください", "お願いします", "お願い致します", "말씀해", "말해 주", "말해주", "설명해", "이야기해", "들려주", "말해 보", "말해보", "들어 주", "들어주",
    "부탁드", "적어 보", "얘기해",
    "소개해", "알려주", "怎么办", "为什么", "怎么样", "如何", "cuénteme", "conte-me",
)  # fmt: skip
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
    "|y|o|que|de|et|ou|como|cómo|con|para|por|del|la|el|los|las|una?|em|com|do|da|um|uma|no|na|mit|von|für|auf|der|die"
    "|das|des|den|dem|eine?[nmr]?|zu|im|le|les|du|une|avec|pour|dans|sur|what|how|who|why|is|was|were|are|have|had|if"
    "|as|than|their|his|her|its|our|my|would|did|do|can"
)

# What people write for a question that they know by heart: "biggest mistake", "conflict with a boss".
TOPICS = (
    r"(?:the |your |my |an? )?(?:(?:biggest|greatest|worst|best|hardest|toughest|proudest|largest|favou?rite|most \w+)"
    r" \w+|(?:recent )?(?:conflict|disagreement|argument|difficult \w+|tough \w+) (?:with|at|in)\b"
    r"|(?:a |any )?(?:time|example|situation|moment) (?:when|where|of|you|i|in which)\b|(?:strengths?|weakness(?:es)?)$"
    r"|größte[rs]? \w+|schlimmste[rs]? \w+|streit mit|mayor \w+|peor \w+|maior \w+|pior \w+|plus gran(?:d|de) \w+"
    r"|(?:自己紹介|自己PR|志望動機|退職理由|転職理由|自我介绍|离职原因|职业规划|자기 ?소개|지원 ?동기|장단점|입사 후 포부|이직 사유)$)"
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
        "t", "task", "target", "goal", "objective", "challenge", "任务", "目标", "課題", "任務", "과제", "임무", "tarea",
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
# What a page says of itself round the text that somebody copied from it.
PAGE_RESTS = (
    r"(?:advertisements?|sponsored|promoted|publicidade?|publicité|anzeige|werbung|annonce)\b(?:\s*[:：·•|–—-].*)?$|[【\[]PR[】\]]|広告|广告|광고"
    r"|(?:subscribe|sign up|join) (?:to|for|now|today|here)\b|suscr[ií]be(?:te|rse)\b|inscreva-se\b|abonnier(?:e|en sie)\b"
    r"|abonnez-vous\b|(?:our|nuestra|unser|notre|nossa) newsletter|newsletter\b|share (?:this|on|via)\b|compart(?:e|ir|ilhe) (?:en|no|este|esta)\b"
    r"|(?:artikel |beitrag )?teilen (?:auf|via|mit)\b|partager (?:sur|cet)\b|(?:we use|usamos|wir verwenden|nous utilisons) cookies|accept (?:all )?cookies"
    r"|(?:log|sign) in\b.{0,30}$|iniciar sesión|(?:was|is) this (?:article|page|post|answer) (?:helpful|useful)|¿te (?:ha sido|fue) útil|¿te (?:ha )?gust(?:ó|ado) (?:este|el) art"
    r"|(?:este|esse) artigo (?:foi|te)|war (?:dieser|der) (?:artikel|beitrag)|cet article vous a|この記事は|이 글이 도움"
    r"|comments?(?: section)? ?\(\d+\)|comentarios? ?\(\d+\)|comentários? ?\(\d+\)|kommentare? ?\(\d+\)|commentaires? ?\(\d+\)|评论 ?[(（]?\d|阅读(?:量|数)? ?[:：]?\d|コメント ?[(（]\d|댓글 ?\d"
    r"|\d[\d,.]*k? (?:comments?|likes?|views?|repl(?:y|ies)|shares?|upvotes?|claps?|reactions?)\b|[👍❤♥💬👏⭐] ?\d|\d+ min(?:ute)?s? read\b|(?:last )?(?:updated|edited|posted|published) (?:on|by|at)\b"
    r"|powered by\b|all rights reserved|copyright\b|©|page \d+ of \d+|[«‹←] ?(?:prev|back|zurück|anterior|précédent)|back to (?:top|the list)|(?:zurück|volver|voltar|retour) (?:nach oben|arriba|ao topo|en haut)"
    r"|skip to (?:main )?content|cookie|关注(?:我们|公众号)|扫码|点赞|转发|登录|注册|上一篇|下一篇|会員登録|シェアする|前の記事|次の記事|구독|공유하기|로그인"
)
PAGE_RESTS_HEADS: tuple[str, ...] = (  # what they begin with, up to three letters
    "adv", "spo", "pro", "pub", "anz", "wer", "ann", "【pr", "[pr", "広告", "广告", "광고", "sub", "sig", "joi", "sus", "ins",
    "abo", "our", "nue", "uns", "not", "nos", "new", "sha", "com", "art", "bei", "tei", "par", "we ", "usa", "wir", "nou", "acc",
    "log", "ini", "was", "is ", "¿te", "est", "ess", "war", "cet", "この", "이 글", "kom", "评论", "阅读", "コメ", "댓글", "👍", "❤",
    "♥", "💬", "👏", "⭐", "las", "upd", "edi", "pos", "pow", "all", "cop", "©", "pag", "«", "‹", "←", "bac", "zur", "vol", "ret",
    "ski", "coo", "关注", "扫码", "点赞", "转发", "登录", "注册", "上一", "下一", "会員", "シェ", "前の", "次の", "구독", "공유", "로그",
)  # fmt: skip
# Before one's own words, among those of others: "ME: ...", "Moi : ...", "自分→ ...", "ME > ...".
OWN_LABELS: tuple[str, ...] = (
    "me", "mine", "my notes", "my note", "my version", "my reply", "yo", "mío", "mio", "mía", "mi respuesta", "mi versión",
    "eu", "meu", "minha", "minha resposta", "ich", "meins", "meine antwort", "moi", "ma réponse", "à moi",
    "我", "我的", "我的回答", "我的答案", "自分", "自分の答え", "私", "私の答え", "僕", "나", "내 답", "내 답변", "저",
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
    r"\bich\b.{0,20}gefragt habe\b|\bzurückgefragt\b|\bque (?:yo )?pregunté\b|\bque (?:eu )?perguntei\b|que j'ai demandé",
    r"\bquestions? do you have (?:for|to)\b|^what questions do you have\b|\byour questions? (?:to|for) (?:us|me)\b|\bquestions? (?:i|we)'(?:d|ll) ask\b"
    r"|^(?:do|have) you (?:still )?(?:have |got |have got )?(?:any )?(?:more |other |further |final )?questions?(?= for\b| to\b| about (?:us|the)\b| at\b|\W*$)"
    r"|^questions? for the (?:hiring|panel|recruiter|interviewer|team|company)\b|^for the (?:hiring manager|recruiter|interviewer)s?$",
    r"^¿?(?:tienes?|tiene usted|te quedan?|le quedan?|tenéis|hay) (?:alguna |otra |más )?(?:preguntas?|dudas?)(?= para\b| sobre (?:nosotros|la empresa|el puesto)| que\b|\W*$)|^¿?algunas? (?:preguntas?|dudas?)\b"
    r"|\bpreguntar(?:nos|me|les)\b|\bpreguntas (?:al|a la|a los) (?:entrevistador|reclutador|empresa|equipo|jefe|final)|\bqué preguntar\b"
    r"|^¿?hay algo (?:más )?que (?:quieras?|quisieras?|te gustaría|le gustaría) (?:saber|preguntar)",
    r"^(?:(?:você|tu|o senhor|a senhora) )?(?:tem|tens|têm|ficou com|há) (?:alguma |mais alguma )?(?:perguntas?|questão|questões|dúvidas?)\b"
    r"|^algumas? (?:perguntas?|dúvidas?|questão)\b|\b(?:nos|me) perguntar\b|\bperguntar (?:algo|alguma|no final)|\bo que perguntar\b|^gostaria de saber (?:mais )?(?:algo|alguma)",
    r"^(?:haben sie|hast du|habt ihr|gibt es) (?:(?:noch|weitere|sonst|irgendwelche|an uns) )*fragen(?= an\b| zu\b| zum\b| zur\b| für\b|\W*$)|(?:von uns|über uns|noch) (?:gerne? )?wissen\b"
    r"|\buns (?:noch )?(?:etwas |was )?fragen\W*$|\bfragen ans\b|\bfragen,? die ich\b|\bfragen (?:am|zum) (?:ende|schluss)|^ihre fragen\b",
    r"^(?:avez-vous|as-tu|vous avez) (?:d'autres |encore des |des )questions?\b|^(?:que |qu'est-ce que )?(?:souhaitez|voulez|voudriez|aimeriez)-vous (?:\w+ ){0,2}(?:savoir|demander)\b|^vos questions\b|^des questions pour nous"
    r"|\bquestions? (?:pour|aux?|à) (?:le |la |les |l')?(?:recruteu|entreprise|manager|équipe|intervieweu)|^ce que je (?:vais|veux|souhaite) (?:leur |lui )?demander",
    r"^(?:你|您|最后).{0,4}有(?:没有)?(?:什么|其他|别的)?(?:其他)?(?:的)?(?:问题|疑问|想问|想了解|想知道|要问)|^(?:还)?有(?:什么|其他|别的)?(?:问题|疑问)吗|(?:要|想|来)问我|(?:要|想)问(?:公司|团队|HR)"
    r"|^想(?:要)?(?:了解|知道)的|(?:向|对)面试官(?:提问|的问题)|提问(?:环节|时间)|我的提问",
    r"ご?質問は?(?:あり|ござい)ます|面接官(?:への|に対する)質問|(?:企業|会社|御社|貴社)への質問|こちらからの?質問|(?:聞い|尋ね|伺っ)ておきたい|聞きたいこと"
    r"|궁금한 (?:점|것|사항)(?:이|은)? ?(?:있|$)|하고 싶은 질문|(?:내가|제가) 할 질문|물어보(?:고 싶|세요|실)|묻고 싶은|질문 (?:있|드|하실)|(?:회사|면접관|팀)에(?:게)? (?:할 질문|궁금|묻)",
)
# ..._HOLD: what stands in all that the patterns above it find, in small letters. A look for it rules out
# most lines, ten times as fast; tests/test_phrases.py finds what is missing here.
MY_QUESTIONS_HOLD: tuple[str, ...] = (
    "question", "ask", "q(", "q (", "q（", "q （", "the end", "the very end", " to know", " to learn", " to find out", " to hear", " them",
    "my turn", " the tables", "reverse", "pregunt", "pergunt", " ellos", " eles", "à moi de", "demand", "domand", "frag", "vrag", "vraag",
    "vroeg", "问", "問", "面接官に", "こちらから聞", "聞きたいこと", "面试官", "면접관에게", "질문", "내가 물", "물어볼", "the interviewer", "duda", "dúvida", "questão", "questões", "saber", "wissen", "savoir", "提问", "提問", "疑问", "疑問", "了解", "知道", "聞", "尋ね", "伺っ", "궁금한", "물어보", "묻고", "묻", "hiring manager", "recruiter", "여쭐", "여쭤", "제가 물",
)  # fmt: skip
_DEBRIEF = (
    r"(?:feedback|debrief|retro(?:spective)?|notes|comments) (?:from|of|on|after) (?:the |my |our )?"
    r"(?:last |first )?(?:mocks?|rounds?|interviews?|calls?|screens?|loops?|phone|practice)\b"
)
# Those that open a line, and those that may stand anywhere in it.
NO_QUESTIONS: tuple[str, ...] = (
    r"(?:table of )?contents$|toc$|index$|inhalt|índice|sommaire",
    r"sources?$|resources?\b|references?$|bookmarks?$|lesezeichen$|favoritos$|links?$|reading$|further reading|recursos|quellen|ressources",
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
    r"(?:to )?(?:watch|read|listen)(?: later)?$|(?:watch|reading|listening) list$|à (?:écouter|voir|regarder)$|(?:lese|hör)tipps$|para (?:escuchar|ouvir|ver)(?: (?:luego|depois))?$|videos?$|podcasts?$|articles?$|blogs?$",
    r"(?:read|see|lee|leia|leer) (?:also|more|también|também|más|mais)\b|related (?:posts?|articles?|questions?)\b"
    r"|you (?:may|might) also like|más artículos|artigos relacionados|verwandte (?:artikel|themen)|das könnte (?:dich|sie)"
    r"|lire aussi|à lire aussi|相关(?:阅读|文章|推荐)|延伸阅读|推荐阅读|関連(?:記事|リンク)|あわせて読みたい|관련 (?:글|기사)",
)
NO_QUESTIONS_ANYWHERE: tuple[str, ...] = (
    r"\bstar\b|\bthe form\b|\bmethod\b|\bhow (?:i|we|to) (?:use|read|answer|study|tell|structure|prepare)\b|方法|メソッド|방법",
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
    r"(?:to ?do|tbd|tba|tbc|fixme|wip|later|fill in|to be (?:done|filled|written|decided)|none yet"
    r"|not yet|nothing yet|no idea yet|待补充|待定|不知道|未定|要記入|미정|pendiente|por hacer|pendente"
    r"|blank|empty|none|nothing|coming soon|no (?:story|answer)(?: yet)?|not written(?: yet)?|(?:noch )?offen|leer"
    r"|fehlt(?: noch)?|vide|à écrire|vac[ií][oa]|vazi[oa]|sin respuesta|sem resposta|(?:还)?没(?:想好|想到|有|写)|待写"
    r"|未記入|(?:あと|後)で(?:書く|考える)|まだ|나중에|없음|아직|미작성"
    r"|idea|skip(?:ped)?|sorry|no idea|need(?:s)? an? (?:story|example)|find an? (?:story|example)"
    r"|think of (?:one|an example|a story)|待补|想(?:一个|个)?(?:例子|故事)|找(?:一个|个)?(?:例子|故事)"
    r"|a fazer|à faire|à compléter|à préparer|a preparar|por preparar|待补|n/?a(?: yet)?|xx+|ask (?-i:[A-Z])[\w.-]*"
    r"|t\.b\.[dac]\.?|to (?:write|come|follow|fill in|complete|prepare)|still to (?:do|write|come)|pending|in progress|(?:first )?draft|missing|unanswered"
    r"|not (?:prepared|ready|sure)(?: yet)?|(?:i )?don'?t know(?: yet)?|dunno|idk|nil|placeholder|more (?:here|later)|need(?:s)? (?:an? )?(?:better|good|new|real) (?:story|example|one)(?: here)?"
    r"|por (?:completar|escribir|definir|rellenar|pensar)|sin (?:preparar|ejemplo)|(?:todavía|aún) (?:nada|no)|ningun[oa]|nada(?: (?:todavía|aún))?|más tarde|en blanco|falta(?: ejemplo)?"
    r"|a (?:definir|escrever|completar|preencher|pensar)|por (?:escrever|fazer|preencher)|ainda (?:nada|não|não sei)|nenhuma?|mais tarde|em branco|sem exemplo"
    r"|folgt(?: noch)?|kommt noch|später|ausstehend|zu ergänzen|noch (?:nichts|nicht|zu (?:schreiben|ergänzen|klären))|weiß (?:ich )?(?:noch )?nicht|nichts|keine?s?|k\. ?a\.|unklar|entwurf|kein beispiel"
    r"|à venir|à (?:rédiger|remplir|trouver|définir|voir)|(?:rien|pas) encore(?: d'(?:idée|exemple|histoire))?|aucune?|rien|plus tard|néant|s/o|sans réponse"
    r"|暂无|暂时没有|暂缺|无|空|空白|略|待(?:完善|整理|准备|写|想|更新|填)|未完成|稍后(?:补充|再写)?|回头再(?:写|说)|(?:还|尚)未(?:准备|完成)|准备中|还在想"
    r"|なし|無し|特に(?:なし|ありません|ない)|未(?:作成|回答|完成|準備)|(?:考え|準備|検討|作成)中|後ほど|(?:追記|作成|記入)(?:予定|中)|保留|要確認|思いつかない"
    r"|(?:작성|추가|준비)\s?(?:예정|중|필요)|생각\s?중|고민\s?중|추후\s?(?:작성|추가)|나중에\s?(?:작성|추가)|미정|모름|모르겠음|보류|비어 ?있음|미완성)"
)
# These open a note to oneself that goes on: "tbd, ask Kim", "no story yet. The summer job?"
TODO_OPENINGS = (
    r"(?:todo|ＴＯＤＯ|tbd|tba|fixme)(?=[\s:：,，;.、(（–—-])|(?:pendiente|pendente|待补充|待补|待定|未定|要記入|未記入|미정|noch offen|à écrire"
    r"|à compléter|por hacer|a fazer|fehlt noch|没想好)\s*[:：,，;、(（–—-]"
    r"|(?:not (?:written|sure|decided|prepared)|no (?:story|answer|example)|don'?t have (?:one|a story)|nothing(?: good)?"
    r"|no idea|none) yet\b|still (?:need|looking for) an? (?:story|example)|(?:weiß|weiss) (?:ich )?noch nicht\b"
    r"|(?:look up|google|read up on|find out)\b(?!.*\b(?:and|then) )"
    r"|noch (?:nichts|keine? (?:geschichte|beispiel|antwort))\b|(?:pas encore|aún sin|todavía sin|ainda sem) "
    r"(?:d'histoire|d'exemple|de réponse|écrit|historia|história|ejemplo|exemplo|respuesta|resposta)"
    r"|还没(?:想好|写|有例子)|まだ(?:書いて|考えて|決めて|ない|思いつ)|아직 (?:없|못|안)"
)
# What they begin with, to know most lines for none of them.
TODO_HEADS = (
    "tod", "ｔｏ", "tbd", "tba", "fix", "pen", "待补", "待定", "未定", "要記", "未記", "미정", "noc", "à é",
    "à c", "por", "a f", "feh", "没想", "not", "no ", "don", "non", "sti", "wei", "pas", "aún",
    "ain", "还没", "まだ", "아직", "loo", "goo", "rea", "fin",
)  # fmt: skip
MAYBE_WORDS = r"(?:maybe|perhaps|probably|evtl\.?|vielleicht|quizás?|tal vez|talvez|peut-être|或许|也许|可能用|たぶん|아마)"
IDEA_WORDS = (
    "ideas?|idee|idea|idée|思路|点子|候选|アイデア|아이디어"  # and what it could be, in a few words
)
TODO_SIGNS = "?-–—…._"  # so does a line of these alone
# What opens a line of advice, with or without a colon behind.
TIP_WORDS = (
    r"(?:(?:tips?|hints?|tricks?|reminder|note to self|remember|advice|don'?t)\b|traps?(?: here)?\s*[:：]|提示|注意|技巧"
    r"|(?:what|why) they|they (?:look|want|listen|like|may ask|may dig)\b|looking for|red flags?\b|qué buscan|o que buscam"
    r"|was sie hören|ce qu'ils|pièges?\s*[:：]|或者[:：]|また[はは]：|思路|要点|考察|考点|ポイント|狙い|意図|예\)|예:|포인트|힌트|주의"
    r"|ヒント|コツ|팁|consejo|pista|dica|tipp|hinweis|astuce|conseil"
    r"|(?:never|do not|avoid) (?:say|mention|claim|tell|saying|mentioning|claiming|telling|badmouth)"
    r"|use (?:the )?STAR\b|(?:keep|make) (?:it|this|your answer|the answer) (?:short|brief|concise|under)\b"
    r"|(?:pick|choose) (?:an?|one|your|something) .{0,30}(?:story|example|failure|mistake|weakness|strength|project)\b"
    r"|make sure (?:you|to)\b|be (?:honest|concise|specific|prepared|ready)\b|bonus points\b"
    r"|no (?:digas?|hables?|mencion(?:es|e)|critiques?)\b|nunca dig(?:as?|a)\b|não (?:diga|fale|mencione)\b"
    r"|(?:nicht|nie|niemals) (?:sagen|erwähnen)\b|(?:sag(?:en sie)?) (?:nicht|nie)\b|ne (?:dites|dis|parlez|mentionnez) (?:pas|jamais)\b"
    r"|不要说|别说|千万别|千万不要|切忌)"
)
# The same, whatever follows.
SURE_TIP_WORDS = r"(?:(?:what|why) (?:they|interviewers|recruiters)(?:'re| are| will|) (?:want|look|ask|listen|really)|they (?:want to|look for|listen for|are looking))\b"
# What these two begin with, up to eight letters: most lines are none.
TIP_HEADS: tuple[str, ...] = (
    "tip", "hint", "tric", "remi", "note to", "reme", "advi", "don", "trap", "what th", "why they", "what in", "why in", "what re",
    "why re", "they loo", "they wan", "they lis", "they lik", "they may", "they are", "looking", "red f", "qué busc", "o que bu",
    "was sie", "ce qu'il", "pièg", "cons", "pist", "dica", "hinw", "astu", "never sa", "never me", "never cl", "never te", "never ba",
    "do not s", "do not m", "do not c", "do not t", "do not b", "avoid sa", "avoid me", "avoid cl", "avoid te", "avoid ba", "use star",
    "use the", "keep it", "keep thi", "keep you", "keep the", "make it", "make thi", "make you", "make the", "make sur", "pick a",
    "pick one", "pick you", "pick som", "choose a", "choose o", "choose y", "choose s", "be h", "be c", "be s", "be p", "be r", "bonus p",
    "no dig", "no habl", "no menc", "no crit", "nunca di", "não dig", "não fal", "não men", "nicht sa", "nicht er", "nie sag", "nie erw",
    "niemals", "sag nich", "sag nie", "sagen si", "ne dit", "ne dis", "ne parl", "ne menti", "提示", "注意", "技巧", "或者", "また", "思路", "要点", "考察",
    "考点", "ポイ", "狙い", "意図", "예", "포인", "힌트", "주의", "ヒン", "コツ", "팁", "不要", "别", "千万", "切忌",
)  # fmt: skip
# Labels of advice, of what an interviewer may ask next, of where a question comes from: with a colon
# behind, in brackets, or alone on a line.
TIP_LABELS: tuple[str, ...] = (
    # English
    "tip", "tips", "hint", "hints", "trick", "tricks", "pro tip", "pro tips", "protip", "quick tip", "quick tips", "interview tip",
    "interview tips", "answering tip", "answering tips", "tip for answering", "tips for answering", "advice", "our advice",
    "suggestion", "suggestions", "guidance", "reminder", "note to self", "avoid", "try to avoid", "things to avoid", "what to avoid",
    "what not to say", "what not to do", "what to say", "what to include", "what to mention", "what to cover", "what to show", "what to highlight",
    "don't", "don'ts", "dont", "do not", "do's", "dos", "do's and don'ts", "dos and don'ts", "never say", "don't say", "do not say",
    "pitfall", "pitfalls", "common pitfalls", "trap", "traps", "common trap", "common traps", "common mistake", "common mistakes",
    "typical mistake", "typical mistakes", "frequent mistakes", "mistakes to avoid", "mistake to avoid", "common error", "common errors",
    "bad answer", "bad answers", "poor answer", "weak answer", "weak answers", "wrong answer", "wrong answers", "bad example", "bad examples", "red flag",
    "red flags", "warning sign", "warning signs", "green flag", "green flags", "good sign", "good signs", "bad sign", "bad signs",
    "what they look for", "what they're looking for", "what they are looking for", "what they want", "what they want to hear",
    "what they want to know", "what they want to see", "what they're asking", "what they are asking", "what they really want",
    "what they're really asking", "what interviewers look for", "what interviewers want", "what the interviewer wants",
    "what the interviewer is looking for", "what the interviewer wants to hear", "what the interviewer wants to know", "what we look for",
    "what we're looking for", "what we want to hear", "what it tests", "what this tests", "what is tested", "what is being tested",
    "looking for", "they look for", "they're looking for", "they want", "they want to hear", "interviewers look for", "interviewers want",
    "interviewer wants", "listen for", "look for", "why they ask", "why they ask it", "why they ask this", "why they're asking",
    "why it's asked", "why this is asked", "why interviewers ask", "why interviewers ask this", "why we ask", "why we ask this",
    "intent", "purpose of the question", "point of the question", "goal of the question", "interviewer's intent", "interviewer's goal",
    "how to answer", "how to answer it", "how to answer this", "how to approach", "how to approach it", "how to approach this",
    "how to tackle it", "how to prepare", "how to respond", "how to structure", "how to structure it", "how to tell it", "answer structure",
    "answer strategy", "answer framework", "suggested structure", "suggested approach", "follow up", "follow ups", "follow-up",
    "follow-ups", "followup", "followups", "follow up question", "follow up questions", "follow-up question", "follow-up questions",
    "possible follow-up", "possible follow-ups", "possible follow up", "possible follow ups", "likely follow-up", "likely follow-ups",
    "they may ask", "they might ask", "they may follow up with", "evaluation criteria", "rubric", "scoring", "difficulty", "asked by",
    "asked at", "asked in", "frequency", "bonus points", "bonus points for", "extra points", "extra points for",
    # Chinese
    "提示", "小提示", "温馨提示", "建议", "小建议", "回答建议", "答题建议", "作答建议", "技巧", "小技巧", "回答技巧", "答题技巧", "应答技巧", "诀窍", "窍门",
    "思路", "回答思路", "答题思路", "解题思路", "作答思路", "解析", "题目解析", "问题解析", "点评", "要点", "回答要点", "答题要点", "作答要点", "考察", "考察点",
    "考点", "考查", "考查点", "考察要点", "考察重点", "考察目的", "考察意图", "出题意图", "提问意图", "问题意图", "面试官意图", "面试官的意图", "面试官想听",
    "面试官想听的", "面试官想听到", "面试官想知道", "面试官想了解", "面试官想看", "面试官心理", "提问目的", "问题目的", "为什么问", "为什么问这个", "意图", "避免",
    "要避免", "应避免", "尽量避免", "忌", "切忌", "大忌", "禁忌", "雷区", "误区", "常见误区", "常见错误", "典型错误", "易错点", "陷阱", "避坑", "踩坑", "注意",
    "注意事项", "注意点", "提醒", "友情提醒", "切记", "记住", "牢记", "加分项", "加分点", "加分", "减分项", "扣分项", "扣分点", "危险信号", "追问", "可能追问",
    "可能的追问", "可能会追问", "面试官追问", "延伸问题", "后续问题", "错误示范", "反面例子", "反面教材", "错误回答", "不要说", "别说", "不能说", "怎么答",
    "怎么回答", "如何回答", "如何作答", "如何应对", "回答方法", "答题方法", "回答框架", "答题框架", "答题模板", "回答公式", "答题公式", "回答结构", "答题结构",
    "回答策略", "答题策略", "评分标准", "评分点", "难度", "频率",
    # Japanese
    "ポイント", "回答のポイント", "回答ポイント", "答え方のポイント", "アドバイス", "ワンポイント", "ワンポイントアドバイス", "ヒント", "コツ", "回答のコツ", "答え方のコツ", "答え方",
    "回答方法", "回答の方向性", "注意", "注意点", "注意事項", "注意すること", "気をつけること", "NG", "NG例", "NG回答", "NG回答例", "NGワード", "NGポイント", "悪い例",
    "悪い回答", "避けること", "避けたいこと", "避けたい回答", "避けるべきこと", "避けるべき回答", "やってはいけないこと", "言ってはいけないこと", "よくある失敗", "よくある間違い",
    "よくあるミス", "意図", "質問の意図", "質問意図", "面接官の意図", "面接官の狙い", "狙い", "質問の狙い", "見られるポイント", "見られていること", "評価ポイント", "評価基準",
    "面接官が見ていること", "面接官が見ているポイント", "面接官が知りたいこと", "求められること", "深掘り", "深掘り質問", "追加質問", "想定質問", "想定される追加質問",
    "覚えておくこと", "忘れずに", "解説", "難易度", "頻度", "好印象", "危険信号",
    # Korean
    "팁", "꿀팁", "답변 팁", "답변팁", "힌트", "조언", "포인트", "답변 포인트", "답변포인트", "핵심 포인트", "핵심포인트", "주의", "주의점", "주의사항", "주의 사항",
    "주의할 점", "유의", "유의점", "유의사항", "유의할 점", "피해야 할 것", "피해야 할 말", "피해야 할 답변", "피할 것", "피할 답변", "금물", "금지", "하지 말 것",
    "나쁜 예", "나쁜 예시", "나쁜 답변", "잘못된 답변", "흔한 실수", "자주 하는 실수", "의도", "질문 의도", "질문의도", "질문의 의도", "출제 의도", "면접관의 의도",
    "면접관 의도", "면접관이 보는 것", "면접관이 듣고 싶은 것", "왜 묻나", "왜 물어보나", "평가 기준", "평가기준", "평가 요소", "평가 포인트", "답변 방법", "답변방법",
    "답변 전략", "답변 가이드", "답변 요령", "답변 구조", "답변하는 법", "요령", "꼬리질문", "꼬리 질문", "추가 질문", "추가질문", "후속 질문", "예상 꼬리질문",
    "기억할 것", "기억하기", "해설", "난이도", "빈도", "가산점", "감점 요인", "좋은 신호", "위험 신호",
    # Spanish
    "consejo", "consejos", "pista", "pistas", "truco", "trucos", "sugerencia", "sugerencias", "recomendación", "recomendaciones",
    "recordatorio", "lo que buscan", "qué buscan", "lo que busca el entrevistador", "qué busca el entrevistador", "lo que quieren oír",
    "lo que quieren escuchar", "lo que quieren saber", "qué quieren oír", "qué quieren saber", "qué evalúan", "lo que evalúan",
    "por qué lo preguntan", "por qué preguntan esto", "por qué se pregunta", "intención", "evita", "evite", "evitar", "a evitar",
    "qué evitar", "hay que evitar", "qué no decir", "qué decir", "no digas", "no diga", "no decir", "nunca digas", "nunca diga", "errores comunes",
    "error común", "errores frecuentes", "error frecuente", "errores típicos", "error típico", "trampa", "trampas", "cuidado",
    "cuidado con", "ojo", "ojo con", "señal de alarma", "señales de alarma", "señal de alerta", "señales de alerta", "bandera roja",
    "banderas rojas", "buena señal", "buenas señales", "mala señal", "cómo responder", "cómo responderla", "cómo contestar",
    "cómo contestarla", "cómo enfocarlo", "cómo enfocarla", "cómo abordarla", "mala respuesta", "mal ejemplo", "mal ejemplo de respuesta", "respuesta mala", "repregunta",
    "repreguntas", "posible repregunta", "posibles repreguntas", "pregunta de seguimiento", "preguntas de seguimiento", "seguimiento",
    "dificultad", "frecuencia",
    # Portuguese
    "dica", "dicas", "conselho", "conselhos", "sugestão", "sugestões", "truque", "truques", "lembrete", "evite", "o que evitar",
    "o que não dizer", "o que dizer", "não diga", "não dizer", "nunca diga", "o que buscam", "o que procuram", "o que querem ouvir",
    "o que querem saber", "o que avaliam", "o que o entrevistador quer", "o que o entrevistador quer ouvir", "o que o recrutador quer",
    "por que perguntam", "por que perguntam isso", "porque perguntam", "porque perguntam isto", "intenção", "erros comuns", "erro comum",
    "erros frequentes", "erro típico", "erros típicos", "armadilha", "armadilhas", "cuidado com", "sinal de alerta", "sinais de alerta",
    "bom sinal", "mau sinal", "como responder", "como abordar", "como estruturar", "má resposta", "mau exemplo", "resposta ruim", "resposta errada",
    "perguntas de seguimento", "pergunta de seguimento", "possível seguimento", "perguntas seguintes", "dificuldade", "frequência",
    # German
    "tipp", "tipps", "hinweis", "hinweise", "ratschlag", "empfehlung", "trick", "vermeiden", "zu vermeiden", "vermeide",
    "vermeiden sie", "bitte vermeiden", "nicht sagen", "was sagen", "was nicht sagen", "nie sagen", "niemals sagen", "sag nicht", "sagen sie nicht", "no-go", "no-gos",
    "achtung", "vorsicht", "worauf es ankommt", "worauf sie achten", "das wollen sie hören", "was sie hören wollen",
    "was sie wissen wollen", "was sie sehen wollen", "was der interviewer hören will", "was personaler hören wollen", "was gesucht wird",
    "was gefragt ist", "warum das gefragt wird", "warum sie fragen", "warum sie das fragen", "hintergrund der frage", "ziel der frage",
    "sinn der frage", "absicht der frage", "häufige fehler", "häufiger fehler", "typische fehler", "typischer fehler", "fehler vermeiden",
    "fallstrick", "fallstricke", "falle", "stolperfalle", "stolperfallen", "warnsignal", "warnsignale", "alarmsignal", "alarmsignale",
    "gutes zeichen", "schlechtes zeichen", "so antworten", "so antwortest du", "so antworten sie", "wie antworten", "so geht's",
    "antwortstrategie", "antworttipp", "schlechte antwort", "schlechtes beispiel", "schlechte antworten", "nachfrage", "nachfragen", "mögliche nachfrage",
    "mögliche nachfragen", "mögliche rückfrage", "mögliche rückfragen", "folgefrage", "folgefragen", "anschlussfrage", "anschlussfragen",
    "bewertungskriterien", "schwierigkeit", "häufigkeit", "pluspunkt", "pluspunkte", "minuspunkt", "minuspunkte",
    # French
    "conseil", "conseils", "astuce", "astuces", "piste", "pistes", "indice", "indices", "rappel", "à éviter", "éviter", "évitez",
    "évite", "ne pas dire", "que dire", "quoi dire", "ce qu'il faut dire", "ce qu'il ne faut pas dire", "ne dites pas", "ne dis pas", "ce qu'ils cherchent", "ce qu'ils veulent", "ce qu'ils veulent entendre",
    "ce qu'ils veulent savoir", "ce qu'on attend", "ce qu'on cherche", "ce que cherche le recruteur", "ce que le recruteur cherche",
    "ce que le recruteur veut entendre", "ce que veut le recruteur", "pourquoi cette question", "pourquoi on la pose",
    "pourquoi ils demandent", "but de la question", "objectif de la question", "intention", "erreurs fréquentes", "erreur fréquente",
    "erreurs courantes", "erreur courante", "erreur classique", "erreurs classiques", "erreurs à éviter", "erreur à éviter", "piège",
    "pièges", "signal d'alerte", "signaux d'alerte", "bon signe", "mauvais signe", "comment répondre", "comment y répondre",
    "comment aborder", "comment l'aborder", "mauvaise réponse", "mauvais exemple", "mauvaises réponses", "relance", "relances", "relances possibles",
    "relance possible", "question de relance", "questions de relance", "question de suivi", "questions de suivi", "difficulté",
    "fréquence",
)  # fmt: skip
# The same, but for what the writer says of himself behind them: "Note: I had four days".
NOTE_LABELS: tuple[str, ...] = (
    "key point", "key points", "main point", "main points", "points to cover", "points to mention", "points to make", "talking point",
    "talking points", "important points", "note", "nb", "n.b.", "please note", "remember", "remember to", "important", "keep in mind",
    "bear in mind", "be careful", "careful", "caution", "warning", "mention", "include", "emphasize", "emphasise", "highlight",
    "stress", "focus", "focus on", "show", "structure", "strategy", "framework", "formula", "expect", "criteria", "purpose",
    "重点", "关键", "关键点", "核心", "备注", "注", "说明", "目的", "补充", "补充说明", "重要", "大事なこと", "大切なこと", "補足", "備考", "参考", "構成", "分析",
    "핵심", "참고", "참고사항", "중요", "비고", "강조", "강조할 것", "구조",
    "clave", "claves", "punto clave", "puntos clave", "puntos importantes", "importante", "nota", "recuerda", "recuerde",
    "recordar", "ten en cuenta", "tenga en cuenta", "tener en cuenta", "atención", "menciona", "mencionar", "incluye", "destaca",
    "destacar", "estructura", "enfoque",
    "chave", "ponto-chave", "pontos-chave", "pontos chave", "pontos principais", "pontos importantes", "obs", "observação", "lembre-se",
    "lembra-te", "lembrar", "atenção", "mencione", "mencionar", "inclua", "destaque", "destacar", "estrutura", "foco",
    "merke", "merken", "nicht vergessen", "wichtig", "kernpunkte", "wichtige punkte", "anmerkung", "beachten", "bitte beachten",
    "denk daran", "denken sie daran", "erwähnen", "betonen", "aufbau", "struktur", "schwerpunkt",
    "point clé", "points clés", "points-clés", "clé", "remarque", "à retenir", "rappelez-vous", "n'oubliez pas", "n'oublie pas",
    "à noter", "à mentionner", "mentionner", "insister sur", "mettre en avant", "attention", "attention à",
)  # fmt: skip
# Syllables of Korean verbs in the past, those of "is" and "will" left out.
_PAST_KO = "".join(
    chr(c) for c in range(0xAC00, 0xD7A4) if (c - 0xAC00) % 28 == 20 and chr(c) not in "있겠"
)
# Words of who tells what happened; where a language leaves out "I", its verbs say it.
PAST = (
    r"\b(?:was|were|had|did|went|came|took|gave|got|made|said|told|found|lost|won|built|kept|began|wrote|ran|led|felt|thought|knew|became|brought|sent|spent|stood|held"
    r"|(?:he|she|they|it|(?-i:[A-Z])\w+) \w{3,}ed"
    r"|war|waren|hatten?|wurden?|kam(?:en)?|ging(?:en)?|gab|wollten?|konnten?|mussten?|sagten?|machten?|fand(?:en)?|blieb(?:en)?"
    r"|fue|era|estaba|había|tenía|quería|dijo|hizo|tuvo|pudo|vino|hubo|fueron|\w+(?:aron|ieron|aban|ábamos|íamos|amos|imos)|hice|tuve|fui|estuve|dije"
    r"|puse|pude|quise|vine|llevo|soy|estoy|tengo|hago|(?!qué|porqué|sé|té|café|también)\w+é|(?!así|aquí|allí|ahí|sí|mí)\w+í|\w+ó"
    r"|foi|eram?|estava|havia|tinham?|queriam?|disse|fez|teve|veio|foram|fiz|tive|disse|estive|sou|estou|tenho|trabalho há|\w+ei|\w+aram|\w+eram"
    r"|était|étaient|avait|avaient|a été|ont été|a dit|a fait|voulait|pouvait|fallait|c'était)\b"
    r"|(?:ました|でした|だった|った)[。、]|["
    + _PAST_KO
    + r"](?:습니다|다\b|고|는데|어요|지만|으며)|\d{4}年|去年|前年|上个月|当时|那时|后来|当時"
)
# What may stand before such labels.
BEFORE_LABELS: tuple[str, ...] = (
    "the", "a", "an", "our", "my", "some", "more", "common", "typical", "usual", "frequent", "possible", "likely", "general", "extra",
    "quick", "big", "biggest", "classic", "other", "un", "una", "une", "el", "la", "los", "las", "algunos", "algunas", "otros", "otras",
    "más", "posibles", "o", "os", "as", "um", "uma", "alguns", "algumas", "outros", "outras", "mais", "possíveis", "possível", "ein",
    "eine", "der", "die", "das", "einige", "weitere", "mögliche", "häufige", "typische", "le", "les", "des", "quelques", "autres",
    "petit", "petits", "petite", "grand", "grands",
)  # fmt: skip
# Signs that people set before advice.
TIP_SIGNS = frozenset("※💡⚠❗‼🚩🚫❌☝")
# Who speaks of these speaks of the interview, not of what happened: "(Interviewers ask this a lot.)"
INTERVIEW_WORDS: tuple[str, ...] = (
    r"\b(?:(?:the|most|many) interviewers?|interviewers (?:ask|like|love|want|use|look)|this (?:is an? )?(?:\w+ )?question|your (?:own )?(?:answer|example|story)"
    r"|(?:an? |the )?(?:good|bad|best|strong|weak|great|poor) answers?|(?:most|many) (?:candidates|people|answers)|candidates (?:often|who|tend|should|usually))\b",
    r"\b(?:(?:el|los|la|las) entrevistador(?:a|es|as)?|esta (?:es una )?(?:\w+ )?pregunta|(?:tu|su) (?:respuesta|ejemplo|historia)|una? (?:buena|mala) respuesta|(?:muchos|la mayoría de los) candidatos)\b",
    r"\b(?:(?:o|a|os|as) (?:entrevistador|recrutador)(?:a|es|as)?|est?sa (?:é uma )?(?:\w+ )?pergunta|(?:a )?sua resposta|uma (?:boa|má) resposta|(?:muitos|a maioria dos) candidatos)\b",
    r"\b(?:(?:der|die) (?:interviewer|personaler)(?:in|innen)?|diese (?:\w+ )?frage|(?:ihre|deine) (?:antwort|geschichte)|eine (?:gute|schlechte) antwort|(?:viele|die meisten) (?:bewerber(?:innen)?|leute|antworten))\b",
    r"\b(?:(?:le|les) recruteurs?|cette question|(?:votre|ta) (?:réponse|histoire)|une (?:bonne|mauvaise) réponse|(?:beaucoup de|la plupart des) candidats)\b",
    r"面试官|考官|应聘者|求职者|这道题|这个问题|这一题|这类问题|你的回答|面接官|応募者|この質問|よく聞かれ|면접관|지원자(?:가|는|들|의|에게)|이 질문|자주 나오|자주 묻",
)
# Words of which one stands in all that these find, and what does in scripts without spaces.
INTERVIEW_HOLD = (
    "interviewer", "interviewers", "question", "answer", "answers", "example", "story", "candidates", "people", "pregunta", "respuesta",
    "ejemplo", "historia", "candidatos", "candidatas", "candidato", "candidata", "pergunta", "resposta", "frage", "antwort", "geschichte", "leute", "antworten",
    "recruteur", "recruteurs", "réponse", "histoire", "candidats", "entrevistador", "entrevistadora",
    "entrevistadores", "entrevistadoras", "recrutador", "recrutadora", "recrutadores", "recrutadoras", "interviewerin",
    "interviewerinnen", "personaler", "personalerin", "personalerinnen", "bewerber", "bewerberinnen",
)  # fmt: skip
INTERVIEW_HOLD_CJK = (
    "面试", "面試", "考官", "应聘", "應聘", "求职", "求職", "这", "這", "你的", "面接", "応募", "この", "よく", "면접", "지원", "이 질", "자주",
)  # fmt: skip
# Pointers to another answer. These words only point,
POINTER_WORDS = (
    r"cf\.?|ref(?:er|erence)?(?:\.| to)?|same (?:as|story|answer|example|one|here)|the same (?:as|story|answer|example)|same(?=[\W_]*$)|as above|like above|ditto"
    r"|siehe|wie oben|vgl\.?|vergleiche|dasselbe(?: wie)?|dieselbe (?:geschichte|antwort)|(?:die )?gleiche (?:geschichte|antwort)(?: wie)?|s\. ?o\."
    r"|[ií]dem|véase|v[ée]r? arriba|igual que|(?:lo )?mismo que|(?:la )?misma (?:historia|respuesta)(?: que)?|como arriba"
    r"|(?:o )?mesmo que|(?:a )?mesma (?:história|resposta)(?: que)?|como acima"
    r"|pareil(?:le)?(?: que)?|(?:la )?même (?:chose|histoire|réponse)(?: que)?|comme (?:ci-dessus|plus haut)"
)
# and these do where a place, a story or a quotation stands behind.
POINTER_LEADS = (
    r"see(?: also)?|use|reuse|as in|as for|like(?: in| for)?|repeat|again|wie(?: bei| in| zu)?|nimm|como (?:en|na|no)|como|ver|v\.|usar|usa|use|igual (?:a|à|ao|al)"
    r"|voir|cf|comme|reprendre|vide|s\.|zie|zoals|vedi|come"
)
POINTER_TO = ("see", "see also", "use", "reuse", "ver", "voir", "vide", "vedi", "zie")
POINTER_SEE = ("see", "see also")  # "see the flooded cellar." is a sentence only by its stop
POINTER_ARTICLES = (
    r"(?:the|my|our|la|el|lo|de|en|o|a|da|do|na|no|le|l'|die|der|das|question|answer to)\s+"
)
POINTER_NOUNS = (
    r"q(?:uestions?)?|no|nr|n|num|story|stories|answers?|examples?|cases?|slides?|frage|antwort|geschichte|beispiel|punkt|pregunta|respuesta|historia"
    r"|ejemplo|caso|pergunta|resposta|história|exemplo|réponse|histoire|exemple|cas|punto|vraag|domanda"
)
POINTER_PLACES = r"above|below|previous(?: one)?|before|earlier|oben|unten|arriba|abajo|anterior|acima|abaixo|ci-dessus|ci-dessous|plus haut|sopra|boven"
POINTER_TURNS = r"but|and|from|only|just|with|shorter|again|aber|nur|kürzer|und|pero|más|solo|sólo|mas|só|mais|plus|et|en|above|below"
# Behind "see" and the like these open a sentence.
POINTER_NO = r"how|what|why|that|if|whether|who|people|them|him|her|it|cómo|qué|que|como|a|wie|was|dass|comment|les|des|as|os|los|las|one"
# What all of these begin with.
POINTER_HEADS = (
    "cf", "re", "sa", "th", "as", "li", "di", "si", "wi", "vg", "ve", "da", "gl", "s.", "id", "íd", "vé", "ig", "mi", "la", "lo", "co",
    "o ", "me", "a ", "pa", "mê", "se", "us", "ag", "ni", "v.", "vo", "vi", "zi", "zo", "s ",
)  # fmt: skip
# The same where words are not kept apart: a whole line.
_HERE = r"(?:第?[一二三四五六七八九十\d]{1,3}(?:题|条|个|点|番目?|問|번)?|[QqＱ]\s?\d{1,3}|问题\s?\d{1,3}|質問\s?\d{1,3}|질문 ?\d{1,3}|[\"“「『《][^\"”」』》]{1,24}[\"”」』》])"
_TOLD = r"(?:那?个?(?:故事|例子|案例|回答|答案|内容|经历))"
POINTER_CJK = (
    rf"(?:同|见|详见|参见|参照|参考|参看|用|跟|和|与|如)(?:上|上面|上题|上一题|前面|前一题|下|{_HERE})(?:的|所述|那题|题)?{_TOLD}?(?:一样|相同|类似|同理)?(?:[，,、].{{0,14}})?"
    rf"|(?:同一个|同样的|相同的|还是那个){_TOLD}(?:[，,、].{{0,14}})?|同上题?|同前"
    rf"|(?:上記?|前問?|前の質問|{_HERE})(?:の話|の回答)?(?:と|に)(?:同じ|同様)(?:話|回答|答え|エピソード|例|内容)?(?:です|になる|で)?(?:[、,].{{0,14}})?"
    rf"|.{{0,24}}(?:と同じ(?:話|回答|答え|エピソード|例|内容)?|を?参照|をご覧ください)(?:です|してください)?|同じ(?:話|回答|答え|エピソード|例|内容)(?:です)?|同上|上記の通り|上に同じ"
    rf"|(?:위|앞|앞의 것|아래|{_HERE})(?: ?질문| ?답변| ?사례)?(?:과|와|이?랑|하고|의 답변과|을|를)? ?(?:동일|같음|같다|같습니다|비슷함?|참고|참조|마찬가지)\S{{0,3}}(?:, .{{0,14}})?|상동"
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
    "个为么举于们价会创务动准几则办历参库应当择担无经结绍获虚补观见记训讲许诉词试诚说请谁谈谦"
    "适选逊还键问顶项题样标气没况关写笔对备录质库尽听数据间议诀窍点误区错险红后续评难频减构别",
    "個為麼舉於們價會創務動準幾則辦歷參庫應當擇擔無經結紹獲虛補觀見記訓講許訴詞試誠說請誰談謙"
    "適選遜還鍵問頂項題樣標氣沒況關寫筆對備錄質庫盡聽數據間議訣竅點誤區錯險紅後續評難頻減構別",
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
OWN_LABELS = _both(OWN_LABELS)
LINK_BACK = _both(LINK_BACK)
MY_QUESTIONS = tuple(map(_either, MY_QUESTIONS))
NO_QUESTIONS = tuple(map(_either, NO_QUESTIONS))
NO_QUESTIONS_ANYWHERE = tuple(map(_either, NO_QUESTIONS_ANYWHERE))
PRINCIPLE_WORDS = tuple(map(_either, PRINCIPLE_WORDS))
SERVES_ANYWHERE = tuple(map(_either, SERVES_ANYWHERE))
TAG_LABELS, GROUP_WORDS, VIRTUES = _either(TAG_LABELS), _either(GROUP_WORDS), _either(VIRTUES)
URGES, PAGE_RESTS = _either(URGES), _either(PAGE_RESTS)
PAGE_RESTS_HEADS = _both(PAGE_RESTS_HEADS)
ANNOUNCES, STORY_SECTIONS = _either(ANNOUNCES), _either(STORY_SECTIONS)
TODO_WORDS, MAYBE_WORDS, IDEA_WORDS = _either(TODO_WORDS), _either(MAYBE_WORDS), _either(IDEA_WORDS)
TODO_OPENINGS = _either(TODO_OPENINGS)
SURE_TIP_WORDS, POINTER_CJK = _either(SURE_TIP_WORDS), _either(POINTER_CJK)
TIP_WORDS, POINTER_WORDS = _either(TIP_WORDS), _either(POINTER_WORDS)
TIP_HEADS, TIP_LABELS, NOTE_LABELS = _both(TIP_HEADS), _both(TIP_LABELS), _both(NOTE_LABELS)
INTERVIEW_WORDS, PAST = tuple(map(_either, INTERVIEW_WORDS)), _either(PAST)
