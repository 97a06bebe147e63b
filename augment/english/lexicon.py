"""The closed word classes of English, and the few open ones that the rewriter must know by heart.

Everything else (verb forms, plurals) is asked of lemminflect's lexicon in `grammar`. A word that is missing from a list
of people or places makes the rewriter more careful, never less: unknown capitalised words count as people.
"""


def words(text: str) -> frozenset[str]:
    """A set of words from a text."""
    return frozenset(text.split())


MONTHS = words("January February March April May June July August September October November December")
DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

BE = words("am is are was were be been being")
HAVE = words("have has had")
MODALS = words("can could may might must shall should will would")
AUXILIARIES = (
    BE - words("be been being")
    | HAVE
    | MODALS
    | words(
        "do does did don't doesn't didn't isn't wasn't weren't hasn't hadn't haven't couldn't wouldn't cannot can't"
    )
)

DETERMINERS = words("a an the my your his her its our their this that these those some any no each every another both")
PREPOSITIONS = words(
    "about above across after against along alongside amid among around as at before behind below beneath beside "
    "besides between beyond by despite down during except for from in inside into like near of off on onto out "
    "outside over past per since than through throughout to toward towards under underneath unlike until up upon "
    "versus via with within without"
)
SUBORDINATORS = words(
    "after although as because before if since so than that though unless until when where whereas while"
)
RELATIVES = words("who whom whose which that where when")
CONJUNCTIONS = words("and or but nor so yet")
ADVERBS = words(
    "again ago almost already also always away back briefly currently early even eventually ever everywhere far "
    "finally first firstly forward further hard hence here however indeed instead just last late later least "
    "likewise long more moreover most much nearly never nevertheless next nonetheless not now often once only "
    "otherwise perhaps quite rather seldom sometimes soon still then there therefore thereafter thus together too "
    "twice usually very well yet both together ultimately abroad afterwards afterward thereby"
)
FUNCTION_WORDS = (
    AUXILIARIES | BE | DETERMINERS | PREPOSITIONS | SUBORDINATORS | RELATIVES | CONJUNCTIONS | ADVERBS
    | words(
    "neither either i "
    "he him himself she herself it itself they them themselves I me we us you there what how why not all many "
    "several few one two three four five six seven eight nine ten during having being upon"
)
)  # fmt: skip

MALE = words(
    "father stepfather grandfather brother stepbrother uncle son stepson grandson nephew husband widower man boy "
    "king prince duke count baron emperor lord gentleman monk bishop priest pope pastor mayor sultan tsar "
    "businessman statesman chairman policeman boyfriend godfather groom knight"
)
FEMALE = words(
    "mother stepmother grandmother sister stepsister aunt daughter stepdaughter granddaughter niece wife widow "
    "woman girl queen princess duchess countess baroness empress lady nun actress maid girlfriend godmother bride "
    "hostess"
)
KIN = words(
    "father mother stepfather stepmother grandfather grandmother brother sister uncle aunt son daughter nephew "
    "niece husband wife parents parent grandparents cousin"
)
TRADES = words(
    "teacher professor tutor mentor doctor physician engineer scientist physicist mathematician chemist inventor "
    "author writer poet novelist journalist editor reporter publisher composer musician pianist singer conductor "
    "painter artist sculptor architect actor director producer lawyer attorney judge president governor minister "
    "senator secretary ambassador general colonel captain officer soldier assistant manager banker financier "
    "investor merchant farmer driver servant biographer historian critic headmaster librarian philosopher economist "
    "politician activist coach pilot astronaut programmer researcher manufacturer cleric dentist nurse surgeon "
    "guard spy priest pastor futurist alchemist theologian astronomer essayist memoirist botanist biologist "
    "geologist statistician photographer designer dancer"
)
OCCUPATIONS = TRADES | words(
    "keeper baker miner fisherman sailor clerk carpenter blacksmith smith shoemaker tailor butcher cook chef waiter "
    "gardener shepherd builder mechanic fitter electrician plumber machinist printer bookseller shopkeeper innkeeper "
    "weaver potter watchmaker mason bricklayer labourer laborer policeman fireman postman lecturer technician welder "
    "accountant salesman seamstress housewife midwife grocer brewer vet veterinarian pharmacist bookkeeper"
)
PERSON = TRADES | words(
    "person child baby friend colleague partner rival enemy student pupil employer boss owner neighbour neighbor "
    "stranger visitor guest client customer patient cousin spouse parent sibling twin fiance fiancee relative "
    "someone somebody anyone anybody everyone everybody nobody observer superintendent dean patron candidate "
    "successor predecessor winner champion player graduate passenger thief examiner subordinate headwaiter landlord "
    "roommate classmate admirer"
)
GROUPS = words(
    "company firm family group team band committee council government court army navy university school college "
    "institute society club party press board crew staff audience public crowd couple police church pair majority"
)
TITLES = words(
    "Mr Mrs Ms Miss Dr Sir Dame Lord Lady Professor Prof President King Queen Prince Princess Count Countess Duke "
    "Archduke Emperor Baron Captain Colonel General Admiral Lieutenant Sergeant Major Commander Reverend Rev Father "
    "Bishop Pope Saint Judge Justice Senator Governor Mayor Chancellor Secretary Minister"
)

NOT_A_PERSON = words(
    "University College School Gymnasium Academy Institute Institution Institutes Polytechnic Conservatory Society "
    "Association Union Company Corporation Inc Ltd Limited Co Works Industries Laboratories Laboratory Labs "
    "Exchange Office Department Ministry Bureau Agency Commission Committee Council Court Parliament Senate House "
    "Congress Army Navy Force Corps Police Station Hospital Hotel Museum Library Theatre Theater Opera Orchestra "
    "Church Cathedral Chapel Abbey Hall Palace Castle Tower Bridge Street Road Avenue Square Park Garden Gardens "
    "Island Islands River Lake Sea Ocean Mountain Mountains Valley Falls Springs City Town County State States "
    "Province Empire Kingdom Republic Federation War Wars Battle Revolution Treaty Act Prize Award Medal Order "
    "Fellowship Scholarship Symphony Sonata Concerto Festival Exposition Exhibition Fair Conference Olympics "
    "Olympic Games Cup League Championship Times News Herald Tribune Magazine Journal Review Post Gazette Weekly "
    "World Daily Press Center Centre Foundation Fund Trust Group Bank Building North South East West Northern "
    "Southern Eastern Western New Royal National International Central Federal Electric Manufacturing Internet Web "
    "Bible Christmas Easter Party Parliament Democratic Republican Liberal Conservative Labour Green Street Coast "
    "Bay Cape Saint-Germain Earth Moon Sun Mars Venus Jupiter Saturn Christian Christianity Buddhism Islam Catholic "
    "Orthodox Protestant Jewish Latin Greek Great Europe Asia Africa America Americas Australia England Scotland "
    "Ireland Wales Britain France Germany Austria Italy Spain Portugal Poland Russia Ukraine Hungary Croatia Serbia "
    "Slovenia Bosnia Bohemia Prussia Switzerland Sweden Norway Denmark Finland Iceland Netherlands Belgium Greece "
    "Turkey Egypt Israel India China Japan Korea Vietnam Canada Mexico Brazil Argentina Chile Peru Cuba US USA UK "
    "U.S. U.K. London Paris Berlin Vienna Prague Budapest Rome Moscow Madrid Amsterdam Brussels Dublin Edinburgh "
    "Oxford Cambridge Chicago Boston Philadelphia Manhattan Brooklyn California Colorado Connecticut Florida "
    "Georgia Illinois Massachusetts Michigan Ohio Pennsylvania Texas Virginia Nobel French German Dutch Czech "
    "Polish English Swiss Welsh Irish Point Ridge Mount Railway Railways Tunnel Lighthouse Harbour Harbor Peak Glacier "
    "Authority Club Canal Port Cemetery Clinic Airport Stadium Arena Studio Studios Records Pictures Motors Publishers "
    "Programme Program Project"
)
"""A capitalised phrase that holds one of these is no person: an institution, a work, a place, a language."""

HEDGES = words(
    "allegedly reportedly supposedly purportedly apparently presumably probably possibly perhaps seemingly "
    "ostensibly conceivably rumored rumoured hypothesized speculated disputed legend likely maybe arguably"
)
SOURCES = words(
    "historians scholars biographers critics researchers sources accounts some others commentators observers "
    "experts historian biographer scholar legend rumors rumours tradition reports"
)

TRANSITION = words(
    "however instead nevertheless nonetheless moreover furthermore additionally therefore thus hence consequently "
    "meanwhile similarly likewise unfortunately finally afterwards afterward subsequently soon then later also "
    "ultimately eventually still indeed today notably interestingly fortunately initially"
)
"""Adverbs that tie a sentence to the one before it; dropped from its front, since an answer stands alone."""

STATIVE = words(
    "be have know believe think feel seem remain need want like love hate own possess consider understand hope wish "
    "regard prefer fear doubt belong contain resemble lack mean depend disagree agree deserve appear look hold tend "
    "can could would may might must should dislike"
)
SAYING = words(
    "say claim state believe think theorize theorise credit consider note describe announce explain relate tell "
    "mention suggest propose argue declare predict admit deny postulate maintain insist remark comment advise "
    "promise report recall attribute conclude observe find realize realise"
)
"""What somebody says or thinks: not an event to tell of."""
HAPPENING = words("die suffer receive lose become contract inherit survive fall win earn get")
"""Things that happen to a person, who does not do them."""

MOTION = words(
    "move return go travel relocate emigrate immigrate migrate come sail fly settle flee journey drive walk run "
    "arrive retire leave escape"
)
PLACED = MOTION | words("live grow study work teach die stay reside enroll enrol train perform spend lecture serve")
"""Verbs that take a place, so that `where` can be asked of their place phrase."""

MAKING = words(
    "invent patent develop design build write compose publish discover found create construct devise produce paint "
    "record establish formulate introduce launch start form make demonstrate propose"
)
"""Verbs whose object answers "what did you ...?"."""

NUMBERS = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen"
)
