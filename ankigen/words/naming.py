"""What names principles and groups."""

from __future__ import annotations

from ankigen.words.scripts import each, either

# A heading or lead-in with one of these announces a list of principles.
PRINCIPLE_WORDS = each(
    (
        r"\b(?:(?:believes? in|stands? for)\b|competenc|prinzip|(?:values?|valori[sz]am|valori[sz]an|valoran|valorisent|lps?|principles?|tenets?|pillars?|virtues?|valores|princ[ií]pios"
        r"|werte?|valeurs|principes)\b)",
        "价值观|原则|准则|バリュー|価値観|原則|가치|원칙",
    )
)
PRINCIPLE_WORDS_HOLD: tuple[str, ...] = (
    "believe", "stand", "competenc", "princ", "prinz", "priní", "val", "lp", "tenet", "pillar", "virtue", "wert", "价", "则", "則", "價", "バリュー",
    "価値観", "가치", "원칙",
)  # fmt: skip

# A heading over these, or what a page says of its questions: competencies are what they are sorted by.
COMPETENCIES = either(
    r"competenc(?:y|ies)|kompetenz(?:en)?|competencias?|competências?|compétences?|competenties?|competenze"
    r"|コンピテンシー|역량|胜任力|能力素质"
)
TRAITS = (
    r"^(?:the |our |my )?(?:signals?|traits?|qualities|attributes|dimensions|strengths they test|skills)"
    r"(?: (?:we|they|i) .*)?$"
)

# A tag that opens with one of these and a colon, or a line below a question, names its principles.
TAG_LABELS = either(
    r"lps?|(?:leadership )?principles?|(?:core )?values?|competenc(?:y|ies)|traits?|tests?|probes|shows|signals?"
    r"|behaviou?rs?|pillars?|tenets?|kompetenz(?:en)?|grundsatz|competencias?|competências?|compétences?"
    r"|价值观|原则|能力|胜任力|バリュー|価値観|行動指針|가치|핵심가치|역량|원칙"
    r"|valor(?:es)?|princ[ií]pios?|werte?|prinzip(?:ien)?|valeurs?|principes?"
)

# Before what a principle means: these say no more than where they stand.
STATEMENT_LABELS = (
    r"(?:meaning|definition|in short|what (?:it|this|that) (?:means|says|is)|what (?:they|we) mean(?: by it)?|statement"
    r"|bedeutung|was es (?:heißt|bedeutet)|significado|qué significa|o que significa|signification|ce que (?:ça|cela) veut dire"
    r"|意味|含义|뜻)"
)

# Headings that group questions but name no value.
GROUP_WORDS = either(
    r"^(?:warm[- ]?up|general|hr|basics?|intro(?:duction)?|misc(?:ellaneous)?|other|others|opening|openers?|ice ?breakers?"
    r"|closing|mixed(?: round)?|follow[- ]?ups?.*|mistakes?|behaviou?ral.*|before .*|after .*|why .*"
    r"|about (?:me|you|the).*|questions?.*|interview.*|q&a|faq|stories|my stories|resume|cv|technical"
    r"|qs|phone.*|round .*|part .*|section .*|day .*|thursday|monday|tuesday|wednesday|friday|notes?|notizen|notas|remarques|メモ|笔记|备注|메모|everybody asks|always asked"
    r"|allgemein.*|sonstiges|vermischtes|généralités|divers|general.*|varios|geral|outros"
    r"|sobre (?:ti|mí|usted|você|mim)|presentación|apresentação|über (?:mich|sie)|vorstellung|présentation|à propos de .*|motivaci[oó]n|motivação)$"
    r"|其他|通用|一般|自我介绍|その他|기타|\btemplate\b|^master copy|^blank\b|no value|without a? ?(?:value|principle)|no principle|없음|ohne wert|sin valor|sem valor|価値観なし|无价值观"
)

# How the names of values urge ("Own the mess", "Ehrlich bleiben", "Agir avec soin", "约束を守る"), where
# the names of topics are nouns.
URGES = either(
    r"(?:act|aim|always|answer|ask|assume|be|bet|break|bring|build|care|carry|challenge|choose|clean|commit|count|cut"
    r"|dare|deliver|dig|disagree|dive|do|don't|dream|earn|embrace|empower|enjoy|face|fail|fight|find|finish|fix|focus"
    r"|follow|get|give|go|grow|have|help|hire|hold|honou?r|insist|invent|invite|keep|know|lead|learn|leave|lend|let"
    r"|lift|listen|look|love|make|measure|mend|mind|move|never|obsess|offer|open|own|pay|pick|plan|play|protect|push"
    r"|put|question|raise|reach|read|repair|respect|return|rise|run|say|see|seek|serve|set|share|ship|show|simplify"
    r"|sleep|slow|solve|speak|stand|start|stay|step|stop|strive|surprise|take|teach|tell|test|think|treat|trust|try"
    r"|turn|understand|use|wait|walk|waste|watch|wear|welcome|win|work|write|adapt|believe|celebrate|create|delight|deliver|demand"
    r"|discover|drive|execute|experiment|explore|foster|guard|hunt|imagine|improve|innovate|iterate|live|master|practi[cs]e|prefer"
    r"|prioriti[sz]e|prove|pursue|reject|reinvent|remove|reward|scale|support|sweat|thrive|value|wonder|zoom)(?: (?!for |as |from |at )[^\s.,]+)+"
    r"|(?:aim|build|care|design|fight|hire|optimi[sz]e|plan|play|solve) for .+|(?:we|wir|nous|nós|nosotros) [^?？]+"
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
    r"|(?:敢于|勇于|乐于|善于|坚持|保持|拥抱|追求|学会|永远|始终|不要|持续|共同|一起|坦诚|真诚|主动|用心|快速|极致|长期|深入|彼此|互相|相互|直面"
    r"|成就|创造|拒绝|让|把|以.{1,4}为).{1,8}|.{2,4}(?:第一|优先|至上|为先|为本)"
    r"|[^\s。、]{2,14}[うくぐすつぬぶむる]|[^\s。、]{2,14}(?:しよう|せよ)"
    r"|[가-힣]+(?: [가-힣]+)* [가-힣]+(?:기|자|하라)"
)

# Single words that firms write on their walls; where most titles of a style are such, all are values.
VIRTUES = either(
    "care|caring|craft|craftsmanship|courage|curiosity|ownership|integrity|trust|humility|respect"
    "|judge?ment|selflessness|dignity|tenacity|optimism|pragmatism|stewardship|sincerity|mastery|agility|bravery|perseverance"
    "|determination|equity|equality|reliability|thoroughness|ambition|gratitude|hospitality|playfulness|wellbeing"
    "|innovative|collaborative|sincere|passionate|playful|bold|humble|curious|honest|kind|brave|fair|open|caring|respectful"
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

# Published names that turn up in many people's notes; evidence, never a requirement.
# The Leadership Principles of Amazon, https://www.amazon.jobs/content/en/our-workplace/leadership-principles
# Names that firms and services have published, of which many people's notes are full. Amazon:
KNOWN_PRINCIPLES: tuple[str, ...] = (
    "Customer Obsession", "Ownership", "Invent and Simplify", "Are Right, A Lot",
    "Learn and Be Curious", "Hire and Develop the Best", "Insist on the Highest Standards",
    "Think Big", "Bias for Action", "Frugality", "Earn Trust", "Dive Deep",
    "Have Backbone; Disagree and Commit", "Deliver Results",
    "Strive to be Earth's Best Employer", "Success and Scale Bring Broad Responsibility",
    # UK Civil Service, Success Profiles
    "Seeing the Big Picture", "Changing and Improving", "Making Effective Decisions", "Communicating and Influencing",
    "Developing Self and Others", "Managing a Quality Service", "Delivering at Pace",
    # NHS Constitution
    "Working Together for Patients", "Respect and Dignity", "Commitment to Quality of Care", "Improving Lives", "Everyone Counts",
    # Meta, Airbnb, Atlassian, Microsoft, Stripe, Coupang, Uber
    "Move Fast", "Focus on Long-Term Impact", "Build Awesome Things", "Live in the Future",
    "Be Direct and Respect Your Colleagues", "Meta, Metamates, Me", "Champion the Mission", "Be a Host", "Embrace the Adventure",
    "Be a Cereal Entrepreneur", "Open Company, No Bullshit", "Build with Heart and Balance", "Play, as a Team",
    "Be the Change You Seek", "Growth Mindset", "Customer Obsessed", "Diverse and Inclusive", "One Microsoft", "Making a Difference",
    "Users First", "Move with Urgency and Focus", "Be Meticulous", "Wow the Customer", "Company-wide Perspective",
    "Ruthless Prioritization", "Think Systematically", "Hate Waste", "Aim High and Find a Way", "Influence without Authority",
    "Learn Voraciously", "Move with Urgency", "Go Get It", "Trip Obsessed", "Build with Heart", "Stand for Safety",
)  # fmt: skip

# Hashtags that say how far a question is or where it was asked, and name no principle.
TAGS_OF_STATE = frozenset((
    "asked", "todo", "done", "wip", "draft", "ready", "new", "old", "open", "hard", "easy", "medium", "star", "starred", "fav", "favorite",
    "favourite", "important", "common", "rare", "review", "practice", "practise", "again", "later", "phone", "onsite", "screen", "round1",
    "round2", "round3", "behavioral", "behavioural", "technical", "general", "hr", "intro", "interview", "story", "stories", "question", "q",
    "offen", "fertig", "gefragt", "wichtig", "pendiente", "hecho", "preguntada", "pendente", "feito", "perguntada", "fait", "posée",
))  # fmt: skip
