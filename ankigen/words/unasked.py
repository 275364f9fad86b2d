"""Sections and lines of which nothing is asked: one's own questions, sources, rests of a page."""

from __future__ import annotations

from ankigen.words.scripts import both, each, either

# What a page says of itself round the text that somebody copied from it.
PAGE_RESTS = either(
    r"(?:advertisements?|sponsored|promoted|publicidade?|publicité|anzeige|werbung|annonce)\b(?:\s*[:：·•|–—-].*)?$|[【\[]PR[】\]]|広告|广告|광고"
    r"|(?:subscribe|sign up|join) (?:to|for|now|today|here)\b|suscr[ií]be(?:te|rse)\b|inscreva-se\b|abonnier(?:e|en sie)\b"
    r"|abonnez-vous\b|(?:our|nuestra|unser|notre|nossa) newsletter|newsletter\b|share (?:this|on|via)\b|compart(?:e|ir|ilhe) (?:en|no|este|esta)\b"
    r"|(?:artikel |beitrag )?teilen (?:auf|via|mit)\b|partager (?:sur|cet)\b|(?:we use|usamos|wir verwenden|nous utilisons) cookies|accept (?:all )?cookies"
    r"|(?:log|sign) in\b.{0,30}$|iniciar sesión|(?:was|is) this (?:article|page|post|answer) (?:helpful|useful)|¿te (?:ha sido|fue) útil|¿te (?:ha )?gust(?:ó|ado) (?:este|el) art"
    r"|(?:este|esse) artigo (?:foi|te)|war (?:dieser|der) (?:artikel|beitrag)|cet article vous a|この記事は|이 글이 도움"
    r"|comments?(?: section)? ?\(\d+\)|comentarios? ?\(\d+\)|comentários? ?\(\d+\)|kommentare? ?\(\d+\)|commentaires? ?\(\d+\)|评论 ?[(（]?\d|阅读(?:量|数)? ?[:：]?\d|コメント ?[(（]\d|댓글 ?\d"
    r"|\d[\d,.]*k? (?:comments?|likes?|views?|repl(?:y|ies)|shares?|upvotes?|claps?|reactions?)\b|[👍❤♥💬👏⭐] ?\d|\d+ min(?:ute)?s? read\b|(?:last )?(?:updated|edited|posted|published) (?:on|by|at)\b"
    r"|powered by\b|all rights reserved|copyright\b|©|page \d+ of \d+|[«‹←] ?(?:prev|back|zurück|anterior|précédent)|back to (?:top|the list)|(?:zurück|volver|voltar|retour) (?:nach oben|arriba|ao topo|en haut)"
    r"|skip to (?:main )?content|cookie|(?:answer|reply to) (?:this )?question$|\d+ (?:people|persons?) found (?:this|it)\b|was (?:this|it) helpful"
    r"|be the first to (?:answer|find|reply|comment)\b|report (?:this|abuse|post|comment)\b|关注(?:我们|公众号)|扫码|点赞|转发|登录|注册|上一篇|下一篇|会員登録|シェアする|前の記事|次の記事|구독|공유하기|로그인"
)
PAGE_RESTS_HEADS = both((  # what they begin with, up to three letters
    "adv", "spo", "pro", "pub", "anz", "wer", "ann", "【pr", "[pr", "広告", "广告", "광고", "sub", "sig", "joi", "sus", "ins",
    "abo", "our", "nue", "uns", "not", "nos", "new", "sha", "com", "art", "bei", "tei", "par", "we ", "usa", "wir", "nou", "acc",
    "log", "ini", "was", "is ", "¿te", "est", "ess", "war", "cet", "この", "이 글", "kom", "评论", "阅读", "コメ", "댓글", "👍", "❤",
    "♥", "💬", "👏", "⭐", "las", "upd", "edi", "pos", "pow", "all", "cop", "©", "pag", "«", "‹", "←", "bac", "zur", "vol", "ret",
    "ski", "coo", "ans", "rep", "be ", "1 p", "2 p", "关注", "扫码", "点赞", "转发", "登录", "注册", "上一", "下一", "会員", "シェ", "前の", "次の", "구독", "공유", "로그",
))  # fmt: skip

# Headings below which nothing is asked of the writer.
MY_QUESTIONS = each((
    r"questions? (?:to|for|that) (?:ask|the|them|my|you|we|i)\b",
    r"questions? (?:i|we) (?:have|want|ask|can|could|might|should|will|would|plan)",
    r"questions? (?:to|for) (?:interviewers?|panels?|recruiters?|hiring|managers?|hr)",
    r"\b(?:my|our) (?:own )?questions?\b",
    r"^questions? (?:for us|at the end)\b|\bend[- ]of[- ](?:the[- ])?interview questions?\b|^closing questions? ?[(（](?:mine|my)\b",
    r"\b(?:stuff|things|what) i(?: should| could| can| want to| will|'ll) ask\b|\bwhat i'?d ask\b|^q'?s for\b",
    r"\bquestions? for (?:your|the|my) (?:interviewers?|panel|recruiters?|manager)\b|[(（]from me[)）]",
    r"\bpreguntas que (?:(?:yo )?(?:puedo|podría|quiero|voy a) hacer|(?:yo )?hice(?: yo)?|les hice)\b|\bperguntas que (?:eu )?(?:posso|quero|vou) fazer\b",
    r"\bask(?:ed)? (?:them|back)\b|\basked (?:the|your|him|her)\b|^ask(?:ing)? (?:back\b|at|in|near|towards?|when|before|if)\b|^ask\W*$",
    r"^(?:for|at) the (?:very )?end\b|^q(?:uestions?)? ?[(（](?:to|for|from) (?:them|you|me|us|the)\b|^questions? from (?:me|us)\b",
    r"想问(?:他们|她们|面试官|对方|公司|的)|要问(?:他们|面试官|对方)",
    r"\b(?:i|we)(?:'d|'ll)? (?:ask|asked|(?:will|want to|could|can|may|might|would|should|must|need to) ask)\b", r"\bto ask\b",
    r"\b(?:want|wanted|like|need|curious) to (?:know|learn|find out|hear)\b|^(?:\w+ ){0,2}for them(?:,|$)|^(?:\w+ ){0,2}from them$|^me asking\b|\basked? (?:at the end )?by me\b|^their turn\b|^mine (?:to|for) them\b",
    r"\bmy turn\b|^if (?:i have|there(?:'s| is)|we have) time\b.*\bask|\bask us\b|^ask(?:ing)? (?:the )?(?:matron|hr|recruiter|manager|boss|panel|team|lead|director|head|chef|owner|interviewer)s?\b|\bask the(?:m|ir)\b|\bthings? (?:i|to) ask\b", r"\bany questions\b",
    r"\bturn(?:ing)? the tables\b", r"\breverse (?:questions?|interview)\b",
    r"\b(?:candidates?|applicants?|people i interview) (?:should |can |may |could )?ask(?:s|ed)?\b"
    r"|\b(?:candidate|applicant|interviewee)s?'? ?(?:s )?questions\b|\bquestions? (?:from|by) (?:the )?(?:candidate|applicant)s?\b",
    r"\bquestions? for (?-i:[A-Z])(?!.*\b(?:interview|role|position|round|loop))"
    r"|反问|问面试官|我要问|我想问|我来问|逆質問|역질문|面接官に|こちらから聞|聞きたいこと|質問したい|면접관에게|내가 (?:물|질문)|물어볼|질문할",
    r"preguntas? (?:para|que) (?:ellos|hacer|yo|el|la|hago|haré)\b|(?:mis|nuestras) preguntas|preguntas (?:mías|propias)|para preguntar|(?:para|a) ellos$",
    r"perguntas? (?:para|que) (?:eles|fazer|eu|o|a|faço|vou)\b|(?:minhas|nossas) perguntas|perguntas minhas|(?:para|a|pra) eles$|perguntar a eles",
    r"\blo que (?:yo )?pregunto|pregunto yo|\byo qué pregunto|\bà moi de\b|^(?:we|i) ask\b|\b(?:me|us|back) (?:to|at) them\b|^reverse\b"
    r"|제가 (?:여쭐|물)|여쭤|我问他们|我来问|perguntas? pr[ao] eles"
    r"|\bselbst fragen|fragen (?:will|möchte)|meine fragen|fragen von (?:mir|uns)\b|fragen an\b|r[üu]ckfragen|was ich frage|eigene fragen|ich frage",
    r"qué (?:puedes?|vas? a|quieres?|debes?) preguntar|o que (?:perguntar|você (?:pode|vai) perguntar)",
    r"mes questions|questions? à (?:poser|leur)|à (?:leur |lui )?demander|questions pour eux",
    r"\b(?:des|d'autres) questions ?\?$|vos questions ?\?$|questions de ma part|haben sie (?:noch )?fragen"
    r"|(?:alguna|más) preguntas?\b|(?:alguma|mais) pergunta|換我問|换我问|轮到我问|问他们|质问他们|質問はありますか"
    r"|질문 (?:있|드)|vragen (?:aan|voor) (?:hen|hun|ze|jullie)|mijn vragen|ik (?:zelf )?vr(?:aag|oeg)"
    r"|le mie domande|domande (?:per loro|da fare)",
    r"\bich\b.{0,20}gefragt habe\b|\bzurückgefragt\b|\bque (?:yo )?pregunté\b|\bque (?:eu )?perguntei\b|que j'ai demandé",
    r"\bquestions? (?:you|candidates?) (?:(?:will|can|could|should|might|may|would|want to|plan to) )?ask\b"
    r"|\bquestions? do you have (?:for|to)\b|^what questions do you have\b|\byour questions? (?:to|for) (?:us|me)\b|\bquestions? (?:i|we)'(?:d|ll) ask\b"
    r"|^(?:do|have) you (?:still )?(?:have |got |have got )?(?:any )?(?:more |other |further |final )?questions?(?= for\b| to\b| about (?:us|the)\b| at\b|\W*$)"
    r"|^questions? for the (?:hiring|panel|recruiter|interviewer|team|company)\b|^for the (?:hiring manager|recruiter|interviewer|governor|board|committee|panel|team|school|company|boss|chief|head|owner|director|foreman|manager|lead)s?$",
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
))  # fmt: skip
# ..._HOLD: what stands in all that the patterns above it find, in small letters. A look for it rules out
# most lines, ten times as fast; tests/test_phrases.py finds what is missing here.
MY_QUESTIONS_HOLD: tuple[str, ...] = (
    "question", "ask", "qs for", "q's for", "q’s for", "from me", "for the ", "q(", "q (", "q（", "q （", "the end", "the very end", " to know", " to learn", " to find out", " to hear", " them",
    "my turn", "their turn", " the tables", "reverse", "pregunt", "pergunt", " ellos", " eles", "à moi de", "demand", "domand", "frag", "vrag", "vraag",
    "vroeg", "问", "問", "面接官に", "こちらから聞", "聞きたいこと", "面试官", "면접관에게", "질문", "내가 물", "물어볼", "the interviewer", "duda", "dúvida", "questão", "questões", "saber", "wissen", "savoir", "提问", "提問", "疑问", "疑問", "了解", "知道", "聞", "尋ね", "伺っ", "궁금", "물어보", "묻고", "묻", "hiring manager", "recruiter", "여쭐", "여쭤", "제가 물",
)  # fmt: skip
# Titles that say so only where what stands below agrees: nothing is requested there, nothing answered.
MY_TURN = both((
    "your turn", "over to me", "back to me", "my side", "gegenfragen", "meine gegenfragen", "我的问题", "反向提问", "问对方", "candidate's turn",
    "asking them", "stuff i wonder about", "qs 4 them", "my q's", "my qs", "flip", "now me", "my go", "my own", "mine", "back", "asks", "my asks", "for them", "to them", "them",
    "for hr", "to the interviewer", "interview them", "interview them back", "interviewing them", "questions back", "back at them",
    "questions in return", "counter-questions", "counter questions", "smart questions", "the other way round", "questions the other way round",
    "flip it", "flip the table", "flip side", "turn it around", "turning it around", "their turn", "when they ask if i have questions",
    "if they let me ask", "what i'd like to know", "curious about", "unclear to me", "i wonder",
    "jetzt ich", "umgekehrt", "für sie", "an sie", "was ich wissen will", "was ich noch wissen will",
    "lo que quiero saber", "les preguntaría", "ahora yo", "mi turno", "al revés", "o que quero saber", "agora eu", "minha vez", "ao contrário",
    "ce que je veux savoir", "à mon tour", "à moi", "pour eux", "我想知道的", "轮到我", "내 차례", "私の番",
))  # fmt: skip
_DEBRIEF = (
    r"(?:feedback|debrief|retro(?:spective)?|notes|comments) (?:from|of|on|after) (?:the |my |our )?"
    r"(?:last |first )?(?:mocks?|rounds?|interviews?|calls?|screens?|loops?|phone|practice)\b"
)
# What nobody may ask, and what a page is asked about itself.
NOT_FOR_YOU = (
    r"(?:illegal|forbidden|inadmissible|off[- ]limits|prohibited|unlawful) (?:interview )?questions"
    r"|(?:questions?|what) (?:they|interviewers?|employers?|recruiters?) (?:may|can|must|should)(?: ?not|n?'t) ask"
    r"|(?:unzulässige|unerlaubte|verbotene) fragen|was (?:darf|dürfen) (?:man|sie) nicht (?:ge)?frag"
    r"|preguntas (?:ilegales|prohibidas|que no (?:te |le )?pueden hacer)|perguntas (?:ilegais|proibidas)"
    r"|questions (?:interdites|illégales)|不(?:能|可以|应该)问|(?:聞|訊)いてはいけない|違法な質問|불법 질문"
    r"|(?:faq|frequently asked questions|häufige fragen|preguntas frecuentes|perguntas frequentes|questions fréquentes)"
    r" (?:about|on|zum|zur|sobre|sur)\b.*(?:portal|portail|site|newsletter|account|konto|cuenta|conta|compte|bewerbung"
    r"|candidatur|inscri|application|booking)"
)
# Those that open a line, and those that may stand anywhere in it.
NO_QUESTIONS = each((
    r"(?:table of )?contents$|toc$|index$|inhalt|índice|sommaire",
    r"sources?$|resources?\b|references?$|bookmarks?$|lesezeichen$|favoritos$|links?$|reading$|further reading|recursos|quellen|ressources",
    r"(?:key ?words|key phrases|buzz ?words|vocabulary|vocab|phrases|stichw|schlüsselw|palabras clave"
    r"|palavras[- ]chave|mots[- ]clés)\b",
    r"(?:the )?(?:morning of|(?:day|night) before)(?: (?:the |my )?(?:interview|onsite|on-site|loop|call|exam|talk|day|visit"
    r"|big day|meeting))?\W*$",
    r"(?:last[- ]minute|on the day|to (?:bring|pack|read|prepare|check|do)"
    r"|(?:stuff|things|what) to (?:bring|read|remember|check|pack|wear|print|avoid|do)|packing|before i go)\b",
    _DEBRIEF,
    r"(?:tips?|rules?|reminders?|checklist|legend|logistics|schedule|agenda|timetable)\b"
    r"|(?:ablauf|zeitplan|tagesordnung|programm|horario|orden del día|programação|déroulé|流程|日程|スケジュール|일정)$"
    r"|tipps|consejos|dicas|conseils|rules for",
    r"which (?:story|stories|example) (?:for|fits?|goes)\b|what (?:they|interviewers?|recruiters?|panels?|companies|firms) (?:look|listen|want|rate|score|check)",
    r"前言|开场|怎么(?:讲|说|答)|(?:vorwort|opbouw|geheugensteun|spickzettel)\b",
    NOT_FOR_YOU,
    r"(?:inbox|random(?: stuff)?|admin|errands?|shopping(?: list)?|afterwards?|scratch ?pad|to[- ]?dos?|to[- ]?dos? list|open tasks"
    r"|(?:cosas )?por hacer|pendientes|recados|(?:coisas )?a fazer|pendências|à faire|(?:noch |zu )*erledig(?:en|t|ungen)|einkauf(?:en|sliste)?"
    r"|待办(?:事项)?|やること|買い物|할 ?일|장보기)$",
    r"parking lot$|action items$|next (?:meeting|session)\b|probes\b|footnotes?$|changelog$|attachments?$",
    r"(?:to )?(?:watch|read|listen)(?: later)?$|(?:watch|reading|listening) list$|à (?:écouter|voir|regarder)$|(?:lese|hör)tipps$|para (?:escuchar|ouvir|ver)(?: (?:luego|depois))?$|videos?$|podcasts?$|articles?$|blogs?$",
    r"(?:read|see|lee|leia|leer) (?:also|more|también|também|más|mais)\b|related (?:posts?|articles?|questions?)\b"
    r"|you (?:may|might) also like|más artículos|artigos relacionados|verwandte (?:artikel|themen)|das könnte (?:dich|sie)"
    r"|lire aussi|à lire aussi|相关(?:阅读|文章|推荐)|延伸阅读|推荐阅读|関連(?:記事|リンク)|あわせて読みたい|관련 (?:글|기사)",
))  # fmt: skip
NO_QUESTIONS_ANYWHERE = each(
    (
        r"\bstar\b|\bthe form\b|\bmethod\b|\bhow (?:i|we|to) (?:use|read|answer|study|tell|structure|prepare|fill)d?\b|\bhow (?:this|the) (?:file|page|note|document|doc|list|deck|repo)\w* works?\b|方法|メソッド|방법",
        r"\bmethode|método|méthode|table des mati|目录|目次|목차|参考|資料|참고|关键词|キーワード|키워드",
        r"提示|注意|コツ|怎么(?:讲|回答|答)$",
    )
)
NO_QUESTIONS_HOLD: tuple[str, ...] = (
    "star", "the form", "method", "how ", "método", "méthode", "table des mati", "方法", "メソッド", "방법", "目", "목차", "考", "資料",
    "참고", "词", "詞", "キーワード", "키워드", "提示", "注意", "コツ", "怎",
)  # fmt: skip

# What answers are built with; a heading that asks about it asks nothing of the reader.
METHOD = r"^(?i:what (?:is|are|does) (?:an? |the )?(?:competenc|behaviou?ral|situational))|\b(?:STAR|SOAR|CAR|STARL?[LR]?|SBI|S\.T\.A\.R\.?)(?![\w-])"

# Of these headings: nothing in the sections below them asks either.
NO_QUESTIONS_BELOW = (
    r"^(?:logistics|schedule|agenda|timetable|resources?|references?|links?|reading|further reading"
    r"|(?:table of )?contents|contributing|licen[cs]e)\b"
    "|^" + _DEBRIEF + "|^(?:" + NOT_FOR_YOU + ")"
)
LINK_BACK = both((
    "back to top", "back to the top", "回到顶部", "nach oben", "retour en haut", "volver arriba",
    "voltar ao topo",
))  # fmt: skip
