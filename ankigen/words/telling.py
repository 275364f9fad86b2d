"""What answers and stories are told with: labels, STAR, notes to oneself."""

from __future__ import annotations

from ankigen.words.scripts import both, each, either

# A line that opens with one of these and a number, a colon or nothing else opens a case.
CASE_WORDS = both((
    "case", "story", "example", "story sheet", "案例", "例子", "故事", "事例", "ケース", "사례", "예시",
    "caso", "ejemplo", "historia", "história", "exemplo", "fall", "beispiel", "geschichte", "cas",
    "exemple", "histoire",
))  # fmt: skip
NUMBER_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eins", "zwei",
    "drei", "vier", "fünf", "uno", "dos", "tres", "cuatro", "cinco", "um", "dois", "três", "un",
    "deux", "trois", "quatre", "cinq", "一", "二", "三", "四", "五", "六", "七", "八", "九",
)  # fmt: skip

# The same in front: "2nd story", "Erste Geschichte".
ORDINALS = both((
    "first", "second", "third", "fourth", "fifth", "sixth", "last", "erste", "zweite", "dritte", "vierte",
    "fünfte", "primera", "segunda", "tercera", "cuarta", "primer", "segundo", "tercer", "primeira",
    "terceira", "quarta", "première", "deuxième", "troisième", "quatrième", "premier", "第一个", "第二个",
    "第三个",
))  # fmt: skip

# Beats by their label. Single letters count only in company.
BEATS: dict[str, tuple[str, ...]] = {
    "situation": (
        "s", "situation", "sit", "scene", "context", "background", "setting", "problem", "情境", "背景", "情况",
        "状況", "상황", "situación", "contexto", "situação", "ausgangslage", "contexte",
    ),
    "task": (
        "t", "task", "tsk", "target", "goal", "objective", "challenge", "任务", "目标", "課題", "任務", "과제", "임무", "tarea",
        "objetivo", "tarefa", "aufgabe", "ziel", "tâche", "objectif",
    ),
    "action": (
        "a", "action", "actions", "act", "activity", "activities", "approach", "行动", "行動", "做法", "행동",
        "acción", "acciones", "ação", "ações", "aktion", "handlung", "vorgehen", "maßnahme",
        "maßnahmen",
    ),
    "result": (
        "r", "result", "results", "res", "outcome", "impact", "结果", "成果", "結果", "결과", "resultado",
        "resultados", "ergebnis", "resultat", "résultat", "résultats",
    ),
    "learning": (
        "l", "learning", "learnings", "lesson", "lessons", "lesson learned", "lessons learned",
        "takeaway", "takeaways", "reflection", "反思", "学到", "教训", "收获", "学び", "배운 점", "교훈",
        "aprendizaje", "lección", "aprendizado", "lição", "gelernt", "erkenntnis", "leçon",
        "apprentissage",
    ),
}  # fmt: skip
# Before one's own words, among those of others: "ME: ...", "Moi : ...", "自分→ ...", "ME > ...".
OWN_LABELS = both((
    "me", "mine", "my notes", "my note", "my version", "my reply", "yo", "mío", "mio", "mía", "mi respuesta", "mi versión",
    "eu", "meu", "minha", "minha resposta", "ich", "meins", "meine antwort", "moi", "ma réponse", "à moi",
    "我", "我的", "我的回答", "我的答案", "自分", "自分の答え", "私", "私の答え", "僕", "나", "내 답", "내 답변", "저",
))  # fmt: skip
ANSWER_LABELS = both((
    "a", "ａ", "ans", "answer", "reply", "my answer", "your answer", "your turn", "my story", "my example", "sample answer", "sample response", "example answer",
    "model answer", "suggested answer", "back", "candidate", "interviewee", "applicant", "beispielantwort", "musterantwort", "meine geschichte",
    "mi historia", "respuesta modelo", "respuesta de ejemplo", "minha história", "resposta modelo", "exemplo de resposta",
    "mon histoire", "exemple de réponse", "réponse type", "回答例", "模範解答", "参考答案", "示例", "答", "回答", "答案", "答え", "답", "답변", "respuesta", "resposta",
    "antwort", "réponse", "r", "resp", "rta", "rpta", "rép", "antw", "risposta", "antwoord", "svar",
))  # fmt: skip

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
SERVES_ANYWHERE = each(
    (
        r"\bquestions? (?:it|this|they|that) ",
        r"适用|可以?回答|可用于|对应的?问题|使える質問|対応する質問|答えられる|활용|쓸 수 있는|답할 수 있는",
    )
)
SERVES_HOLD: tuple[str, ...] = (
    "question", "适", "適", "可", "对", "對", "使える", "対応する", "答えられる", "활용", "쓸 수", "답할 수",
)  # fmt: skip

# The same in a word, right below a story.
LEADS_ON = either(
    r"(?:(?:possible|related|matching|interview|likely) )?questions?(?: (?:for (?:it|this)|it fits|covered))?"
    r"|fits|answers|covers|useful for|use|preguntas|perguntas|fragen|questions possibles|问题|对应问题|質問|질문"
)

# Lines that only say what follows.
ANNOUNCES = either(
    r"(?:(?:my|the|here are(?: my)?) )?(?:own )?(?:notes|answers|replies|stories)(?: so far| below)?"
    r"|(?:meine )?(?:antworten|notizen)|(?:mis |minhas )?(?:respuestas|respostas|notas)|(?:mes )?(?:réponses|notes)"
    r"|(?:我的)?(?:回答|答案|笔记)|(?:私の)?(?:回答|答え|メモ)|(?:내 )?(?:답변|메모)"
)

# Sections whose titles name what the writer tells, not what is asked.
STORY_SECTIONS = either(
    r"^(?:my )?(?:(?:main|big|past|key|side|work) )?(?:projects?|stories|story bank|case studies|anecdotes"
    r"|achievements|war stories)\b|^mis (?:historias|proyectos)|^meus projetos|^meine (?:projekte|geschichten)"
    r"|^mes (?:projets|histoires)|^(?:我的)?(?:项目|故事)(?:经历|库|集)?$|^(?:プロジェクト|エピソード)|^프로젝트"
)

# Notes to oneself: no answer.
TODO_WORDS = either(
    r"(?:to ?do|tbd|tba|tbc|fixme|wip|later|fill in|to be (?:done|added|filled|written|decided)|none yet"
    r"|not yet|nothing yet|no idea yet|待补充|待定|不知道|未定|要記入|미정|pendiente|por hacer|pendente"
    r"|blank|empty|none|nothing|coming soon|no (?:story|answer)(?: yet)?|not written(?: yet)?|(?:noch )?offen|leer"
    r"|fehlt(?: noch)?|vide|à écrire|vac[ií][oa]|vazi[oa]|sin respuesta|sem resposta|(?:还)?没(?:想好|想到|有|写)|待写"
    r"|未記入|(?:あと|後)で(?:書く|考える)|まだ|나중에|없음|아직|미작성"
    r"|idea|nope|keine ahnung|nada ainda|to fill(?: in)?|(?:n/a|blank|nothing|none|empty|skip) for now|skip(?:ped)?|pass(?: for now)?|sorry|no idea|need(?:s)? an? (?:story|example)|find an? (?:story|example)"
    r"|think of (?:one|an example|a story)|待补|想(?:一个|个)?(?:例子|故事)|找(?:一个|个)?(?:例子|故事)"
    r"|a fazer|à faire|à compléter|à préparer|a preparar|por preparar|待补|n/?a(?: yet)?|xx+|ask (?-i:[A-Z])[\w.-]*"
    r"|t\.b\.[dac]\.?|to (?:write|come|follow|fill in|complete|prepare)|still to (?:do|write|come)|pending|in progress|(?:first )?draft|missing|unanswered|(?:answer|story|example) (?:pending|missing|to (?:come|follow))"
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
TODO_OPENINGS = either(
    r"(?:todo|ＴＯＤＯ|tbd|tba|tbc|fixme)(?=[\s:：,，;.、(（!！–—-])|(?:pending|pendiente|pendente|待补充|待补|待定|未定|要記入|未記入|미정|noch offen|à écrire"
    r"|à compléter(?: aussi)?|por hacer|a fazer|fehlt noch|没想好)\s*[:：,，;、(（!！–—-]"
    r"|n/a\s*[,;:]|(?:contributions?|prs?) welcome\b"
    r"|(?:i )?(?:don'?t|do not) have (?:an? |any )?(?:good |real )?(?:one|story|example|answer)\b|dunno\b|(?:i have )?nothing here\b|to (?:be (?:written|done|added|decided|filled)|do|fill|write)\s*[.:,;(]|noch (?:zu )?überlegen\b"
    r"|needs? (?:an? )?(?:\w+ )?(?:story|example)\b|skip (?:this|it|that)\b"
    r"|stuck (?:on|with) (?:this|that) one\b"
    r"|(?:not (?:written|sure|decided|prepared)|no (?:story|answer|example)|don'?t have (?:one|a story)|nothing(?: good)?"
    r"|no idea|none) yet\b|still (?:need|looking for) an? (?:story|example)|(?:weiß|weiss) (?:ich )?noch nicht\b"
    r"|(?:look up|google|read up on|find out)\b(?!.*\b(?:and|then) )"
    r"|noch (?:nichts|keine? (?:geschichte|beispiel|antwort))\b|(?:pas encore|aún sin|todavía sin|ainda sem) "
    r"(?:d'histoire|d'exemple|de réponse|écrit|historia|história|ejemplo|exemplo|respuesta|resposta)"
    r"|还没(?:想好|写|有例子)|まだ(?:書いて|考えて|決めて|ない|思いつ)|아직 (?:없|못|안)"
)
# What they begin with, to know most lines for none of them.
TODO_HEADS = (
    "tod", "dun", "i h", "i d", "do ", "ｔｏ", "tbd", "tba", "fix", "pen", "待补", "待定", "未定", "要記", "未記", "미정", "noc", "à é",
    "à c", "por", "a f", "feh", "没想", "not", "no ", "don", "non", "sti", "wei", "pas", "aún",
    "ain", "stu", "tbc", "还没", "まだ", "아직", "loo", "goo", "rea", "fin", "nee", "ski", "to ", "n/a", "con", "prs", "pr ",
)  # fmt: skip
MAYBE_WORDS = either(
    r"(?:maybe|perhaps|probably|evtl\.?|vielleicht|quizás?|tal vez|talvez|peut-être|或许|也许|可能用|たぶん|아마)"
)
IDEA_WORDS = either(
    "ideas?|idee|idea|idée|思路|点子|候选|アイデア|아이디어"  # and what it could be, in a few words
)
TODO_SIGNS = "?-–—…._"  # so does a line of these alone
# Syllables of Korean verbs in the past, those of "is" and "will" left out.
_PAST_KO = "".join(
    chr(c) for c in range(0xAC00, 0xD7A4) if (c - 0xAC00) % 28 == 20 and chr(c) not in "있겠"
)
# Words of who tells what happened; where a language leaves out "I", its verbs say it.
PAST = either(
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


BEATS = {name: both(labels) for name, labels in BEATS.items()}
