"""The other spellings of a word: traditional characters, curly apostrophes."""

from __future__ import annotations

import re

# Chinese stands above in simplified characters; many people write traditional ones. Apostrophes stand as
# a keyboard has them; phones write them curly.
_TRADITIONAL = str.maketrans(
    "个为么举于们价会创务动准几则办历参库应当择担无经结绍获虚补观见记训讲许诉词试诚说请谁谈谦"
    "适选逊还键问顶项题样标气没况关写笔对备录质库尽听数据间议诀窍点误区错险红后续评难频减构别",
    "個為麼舉於們價會創務動準幾則辦歷參庫應當擇擔無經結紹獲虛補觀見記訓講許訴詞試誠說請誰談謙"
    "適選遜還鍵問頂項題樣標氣沒況關寫筆對備錄質庫盡聽數據間議訣竅點誤區錯險紅後續評難頻減構別",
)
_SIMPLIFIED = re.compile("[" + "".join(map(chr, _TRADITIONAL)) + "]")


def both(phrases: tuple[str, ...]) -> tuple[str, ...]:
    written = (p.translate(_TRADITIONAL) for p in phrases)
    return tuple(dict.fromkeys((*phrases, *written, *(p.replace("'", "’") for p in phrases))))


def either(pattern: str) -> str:
    pattern = _SIMPLIFIED.sub(lambda m: f"[{m[0]}{m[0].translate(_TRADITIONAL)}]", pattern)
    return pattern.replace("'", "['’]")


def each(patterns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(either, patterns))
