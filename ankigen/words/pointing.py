"""Answers that only point to another one."""

from __future__ import annotations

from ankigen.words.scripts import either

# Pointers to another answer. These words only point,
POINTER_WORDS = either(
    r"cf\.?|idem|ref(?:er|erence)?(?:\.| to)?|same (?:as|(?:\w+ )?story|answer|example|one|here)|the same (?:as|story|answer|example)|same(?=[\W_]*$)|as above|like above|ditto"
    r"|siehe|wie oben|vgl\.?|vergleiche|dasselbe(?: wie)?|dieselbe (?:geschichte|antwort)|(?:die )?gleiche (?:geschichte|antwort)(?: wie)?|s\. ?o\."
    r"|[ií]dem|véase|v[ée]r? arriba|igual que|(?:lo )?mismo que|(?:la )?misma (?:historia|respuesta)(?: que)?|como arriba"
    r"|(?:o )?mesmo que|(?:a )?mesma (?:história|resposta)(?: que)?|como acima"
    r"|pareil(?:le)?(?: que)?|(?:la )?même (?:chose|histoire|réponse)(?: que)?|comme (?:ci-dessus|plus haut)"
)
# and these do where a place, a story or a quotation stands behind.
POINTER_LEADS = (
    r"see(?: also)?|borrow from|use|reuse|(?:can|could|might|will) (?:re-?)?use|as in|as for|like(?: in| for)?|repeat|again|wie(?: bei| in| zu)?|nimm|como (?:en|na|no)|como|ver|v\.|usar|usa|use|igual (?:a|à|ao|al)"
    r"|voir|cf|comme|reprendre|vide|s\.|zie|zoals|vedi|come"
)
POINTER_TO = (
    "see",
    "see also",
    "borrow from",
    "use",
    "reuse",
    "ver",
    "voir",
    "vide",
    "vedi",
    "zie",
)
POINTER_SEE = ("see", "see also")  # "see the flooded cellar." is a sentence only by its stop
POINTER_ARTICLES = (
    r"(?:the|my|our|la|el|lo|de|en|o|a|da|do|na|no|le|l'|die|der|das|question|answer to)\s+"
)
POINTER_NOUNS = (
    r"q(?:uestions?)?|no|nr|n|num(?:ber)?|story|stories|answers?|examples?|cases?|slides?|frage|antwort|geschichte|beispiel|punkt|pregunta|respuesta|historia"
    r"|values?|principles?|parts?|sections?|competenc(?:y|ies)|ejemplo|caso|pergunta|resposta|história|exemplo|réponse|histoire|exemple|cas|punto|vraag|domanda"
)
POINTER_COUNTED = (
    r"p|row|line|item"  # these only before a number: "like the bus line" tells something
)
POINTER_PLACES = r"(?:the )?(?:one )?above|below|previous(?: one)?|before|earlier|oben|unten|arriba|abajo|anterior|acima|abaixo|ci-dessus|ci-dessous|plus haut|sopra|boven"
POINTER_TURNS = r"as above|but|and|from|only|just|with|shorter|again|aber|nur|kürzer|und|pero|más|solo|sólo|mas|só|mais|plus|et|en|above|below"
# Behind "see" and the like these open a sentence.
POINTER_NO = r"how|what|why|that|if|whether|who|people|them|him|her|it|cómo|qué|que|como|a|wie|was|dass|comment|les|des|as|os|los|las|one"
# What all of these begin with.
POINTER_HEADS = (
    "cf", "re", "sa", "th", "as", "li", "di", "si", "wi", "vg", "ve", "da", "gl", "s.", "id", "íd", "vé", "ig", "mi", "la", "lo", "co",
    "o ", "me", "a ", "bo", "pa", "mê", "se", "us", "ca", "mi", "ag", "ni", "v.", "vo", "vi", "zi", "zo", "s ",
)  # fmt: skip
# The same where words are not kept apart: a whole line.
_HERE = r"(?:第? ?[一二三四五六七八九十\d]{1,3} ?(?:题|条|个|点|番目?|問|번)?|[QqＱ]\s?\d{1,3}|问题\s?\d{1,3}|質問\s?\d{1,3}|질문 ?\d{1,3}|[\"“「『《][^\"”」』》]{1,24}[\"”」』》])"
_TOLD = r"(?:那?个?(?:故事|例子|案例|回答|答案|内容|经历))"
POINTER_CJK = either(
    rf"(?:同|见|详见|参见|参照|参考|参看|用|跟|和|与|如) ?(?:上|上面|上题|上一题|前面|前一题|下|{_HERE})(?:的|所述|那题|题)?{_TOLD}?(?:一样|相同|类似|同理)?(?:[，,、?？].{{0,14}}|[（(][^（()）]{{0,20}}[）)])?"
    rf"|(?:同一个|同样的|相同的|还是那个){_TOLD}(?:[，,、].{{0,14}})?|同上题?|同前"
    rf"|(?:上記?|前問?|前の質問|{_HERE})(?:の話|の回答)?(?:と|に)(?:同じ|同様)(?:話|回答|答え|エピソード|例|内容)?(?:です|になる|で)?(?:[、,].{{0,14}})?"
    rf"|.{{0,24}}(?:と同じ(?:話|回答|答え|エピソード|例|内容)?|を?参照|をご覧ください)(?:です|してください)?|同じ(?:話|回答|答え|エピソード|例|内容)(?:です)?|同上|上記の通り|上に同じ"
    rf"|(?:위|앞|앞의 것|아래|{_HERE})(?: ?질문| ?답변| ?사례)?(?:과|와|이?랑|하고|의 답변과|을|를)? ?(?:동일|같음|같다|같습니다|비슷함?|참고|참조|마찬가지)\S{{0,3}}(?:, .{{0,14}})?|상동"
)
