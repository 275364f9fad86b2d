"""What advice and talk of interviews begin with."""

from __future__ import annotations

from ankigen.words.scripts import both, each, either

# What opens a line of advice, with or without a colon behind.
TIP_WORDS = either(
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
SURE_TIP_WORDS = either(
    r"(?:(?:what|why) (?:they|interviewers|recruiters)(?:'re| are| will|) (?:want|look|ask|listen|really)|they (?:want to|look for|listen for|are looking))\b"
)
# What these two begin with, up to eight letters: most lines are none.
TIP_HEADS = both((
    "tip", "hint", "tric", "remi", "note to", "reme", "advi", "don", "trap", "what th", "why they", "what in", "why in", "what re",
    "why re", "they loo", "they wan", "they lis", "they lik", "they may", "they are", "looking", "red f", "qué busc", "o que bu",
    "was sie", "ce qu'il", "pièg", "cons", "pist", "dica", "hinw", "astu", "never sa", "never me", "never cl", "never te", "never ba",
    "do not s", "do not m", "do not c", "do not t", "do not b", "avoid sa", "avoid me", "avoid cl", "avoid te", "avoid ba", "use star",
    "use the", "keep it", "keep thi", "keep you", "keep the", "make it", "make thi", "make you", "make the", "make sur", "pick a",
    "pick one", "pick you", "pick som", "choose a", "choose o", "choose y", "choose s", "be h", "be c", "be s", "be p", "be r", "bonus p",
    "no dig", "no habl", "no menc", "no crit", "nunca di", "não dig", "não fal", "não men", "nicht sa", "nicht er", "nie sag", "nie erw",
    "niemals", "sag nich", "sag nie", "sagen si", "ne dit", "ne dis", "ne parl", "ne menti", "提示", "注意", "技巧", "或者", "また", "思路", "要点", "考察",
    "考点", "ポイ", "狙い", "意図", "예", "포인", "힌트", "주의", "ヒン", "コツ", "팁", "不要", "别", "千万", "切忌",
))  # fmt: skip
# Labels of advice, of what an interviewer may ask next, of where a question comes from: with a colon
# behind, in brackets, or alone on a line.
TIP_LABELS = both((
    # English
    "tip", "tips", "student tip", "insider tip", "hint", "hints", "trick", "tricks", "pro tip", "pro tips", "protip", "quick tip", "quick tips", "interview tip",
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
))  # fmt: skip
# The same, but for what the writer says of himself behind them: "Note: I had four days".
NOTE_LABELS = both((
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
))  # fmt: skip
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
INTERVIEW_WORDS = each(
    (
        r"\b(?:(?:the|most|many) interviewers?|interviewers (?:ask|like|love|want|use|look)|this (?:is an? )?(?:\w+ )?question|your (?:own )?(?:answer|example|story)"
        r"|(?:an? |the )?(?:good|bad|best|strong|weak|great|poor) answers?|(?:most|many) (?:candidates|people|answers)|candidates (?:often|who|tend|should|usually))\b",
        r"\b(?:(?:el|los|la|las) entrevistador(?:a|es|as)?|esta (?:es una )?(?:\w+ )?pregunta|(?:tu|su) (?:respuesta|ejemplo|historia)|una? (?:buena|mala) respuesta|(?:muchos|la mayoría de los) candidatos)\b",
        r"\b(?:(?:o|a|os|as) (?:entrevistador|recrutador)(?:a|es|as)?|est?sa (?:é uma )?(?:\w+ )?pergunta|(?:a )?sua resposta|uma (?:boa|má) resposta|(?:muitos|a maioria dos) candidatos)\b",
        r"\b(?:(?:der|die) (?:interviewer|personaler)(?:in|innen)?|diese (?:\w+ )?frage|(?:ihre|deine) (?:antwort|geschichte)|eine (?:gute|schlechte) antwort|(?:viele|die meisten) (?:bewerber(?:innen)?|leute|antworten))\b",
        r"\b(?:(?:le|les) recruteurs?|cette question|(?:votre|ta) (?:réponse|histoire)|une (?:bonne|mauvaise) réponse|(?:beaucoup de|la plupart des) candidats)\b",
        r"面试官|考官|应聘者|求职者|这道题|这个问题|这一题|这类问题|你的回答|面接官|応募者|この質問|よく聞かれ|면접관|지원자(?:가|는|들|의|에게)|이 질문|자주 나오|자주 묻",
    )
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
