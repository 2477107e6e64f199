"""The words of course titles, French and English, gathered by what they mean, and what they mean by theme.

Each line is a concept and the words for it; ``a+b`` stands for the two words in a row. Words are written without accents, in the
singular, in small letters (:mod:`.course_words` brings titles to that). Only meanings that hold in course titles are here: "watch"
stands for monitoring.
"""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


LAW = """
law = droit law legal juridique legislation right
contract = contrat contract contractuel contractual
procurement = procurement public+contract contrat+public tender marche+public appel+offre public+procurement achat+public
litigation = contentieux litigation dispute differend reglement+differend dispute+settlement
compliance = conformite compliance conformity
constitutional = constitutionnel constitutional constitution
criminal = penal criminal criminel crime criminality criminalite
civil = civil
corporate = societe corporate company entreprise business firm affaire
labour = labour labor travail employment+law
tax = fiscal fiscalite tax taxation impot
property = propriete property
intellectual = intellectuel intellectual
humanrights = droit+homme human+right droit+humain
humanitarian = humanitaire humanitarian
justice = justice judiciaire judicial court juridiction tribunal
arbitration = arbitrage arbitration
"""

POLITICS = """
politics = politics political policy politique
politicalscience = political+science science+politique
international = international internationaux world mondial monde global
relation = relation
foreign = exterieur exterieure external foreign+affair foreign+policy politique+etrangere foreign
diplomacy = diplomatie diplomacy diplomatic diplomatique
geopolitics = geopolitique geopolitics geopolitical
europe = europe european europeen europeenne eu ue union+europeen european+union
institution = institution institutionnel institutional
state = etat state
public = public publique
administration = administration administratif administrative
authority = autorite authority pouvoir+public
cooperation = cooperation
aid = aide aid
city = ville city urbain urban
compared = compare comparatif comparative comparison comparaison
development = developpement development
territory = territoire territory territorial local regional region
lobbying = lobbying lobby lobby+group influence plaidoyer advocacy groupe+interet
lobbying = interest+group interest+representation representation+interet
publicaffairs = affaire+publique public+affair
government = gouvernement government
governance = governance gouvernance
actor = acteur actor player stakeholder
network = reseau network
election = electoral election vote
theory = theorie theory theoretical theorique
negotiation = negociation negotiation negotiating negocier
mediation = mediation
peace = paix peace peacekeeping maintien+paix
conflict = conflit conflict
war = guerre war warfare
ngo = ong ngo association nonprofit
migration = migration migratoire immigration
russia = russie russia russian russe
sea = mer sea maritime ocean
idea = idee idea
social = social societal
africa = afrique africa african africain
middleeast = moyen+orient middle+east
asia = asie asia asian asiatique
orient = orient oriental east eastern
"""

SECURITY = """
security = securite security surete
defence = defence defense
strategy = strategie strategy strategic strategique
intelligence = intelligence renseignement
economicintelligence = intelligence+economique economic+intelligence business+intelligence competitive+intelligence
monitoring = veille watch monitoring
terrorism = terrorisme terrorism terrorist terroriste
risk = risque risk
crisis = crise crisis
cyber = cyber cyberdefence
cybersecurity = cybersecurity cybersecurite cyber+security cyber+securite
army = arme armee army military militaire armed
"""

ECONOMICS = """
economics = economie economics economic economique economy
finance = finance financier financial financement financing funding
budget = budget budgetary budgetaire
accounting = comptabilite accounting comptable
market = marche market
trade = commerce trade commercial
bank = banque bank banking bancaire
investment = investissement investment
monetary = monetaire monetary money monnaie
statistics = statistique statistics statistical
mathematics = mathematique mathematics maths
econometrics = econometrie econometrics
macro = macroeconomie macroeconomics
micro = microeconomie microeconomics
"""

MANAGEMENT = """
management = management gestion manager gerer managing pilotage conduite steering
project = projet project
organisation = organisation organization organisational organizational organisationnel
hr = ressource+humaine human+resource hr rh
marketing = marketing mercatique
change = changement change transformation transition
leadership = leadership
entrepreneurship = entrepreneuriat entrepreneurship entrepreneur
supplychain = supply+chain chaine+logistique logistique logistics
purchasing = achat purchasing
quality = qualite quality
innovation = innovation innovative innovant
audit = audit auditing
control = controle control controlling controle+gestion
attractiveness = attractivite attractiveness
evaluation = evaluation evaluating assessment
knowledge = connaissance knowledge
tool = outil tool instrument
performance = performance
sustainable = durable sustainable sustainability durabilite
environment = environnement environment environmental environnemental
object = objet object
oriented = oriente oriented
mobility = mobilite mobility
ethics = ethique ethics deontologie
transport = transport
energy = energie energy
"""

COMMUNICATION = """
communication = communication
media = media press presse mediatique
mediatraining = mediatraining media+training entrainement+media
image = image reputation ereputation e+reputation
speech = grand+oral oral speech expression+oral prise+parole public+speaking eloquence speaking
writing = redaction writing ecriture ecrit written
news = actualite current+affair political+new
intercultural = interculturel interculturelle intercultural cross+cultural
translation = traduction translation translating
literature = litterature literature literary litteraire
culture = culture culturel cultural
digital = numerique digital digitale
"""

COMPUTING = """
computing = informatique computing computer it
information = information informationnel
system = systeme system
data = donnee data base+donnee
database = base+donnee database
programming = programmation programming
software = logiciel software
algorithm = algorithme algorithm algorithmique algorithmic
ai = intelligence+artificielle artificial+intelligence ia ai
machinelearning = apprentissage+automatique machine+learning
web = web internet
technology = technologie technology technological technologique
"""

LANGUAGES = """
health = sante health
english = anglais english
french = francais french france
spanish = espagnol spanish
german = allemand german
arabic = arabe arabic
chinese = chinois chinese mandarin
russian = russian+language
language = langue language lv1 lv2 langue+vivante modern+language foreign+language langue+etrangere
"""

METHODS = """
method = methode methodologie methodology method technique
research = recherche research
dissertation = memoire dissertation thesis these memory
seminar = seminaire seminar
conference = conference
workshop = atelier workshop
viva = soutenance viva thesis+defence
casestudy = etude+cas case+study
fieldwork = enquete+terrain field+survey fieldwork field+study terrain
analysis = analyse analysis analytics analytic
history = histoire history
sociology = sociologie sociology
philosophy = philosophie philosophy
"""

CAREER = """
career = insertion+professionnel professional+integration professional+world monde+professionnel recrutement recruitment recruit
career = recruited recruter recrute career carriere job+search recherche+emploi employability employabilite projet+professionnel
career = professional+project
internship = stage internship
professional = professionnel professional
feedback = retour+experience feedback
"""

GENERAL = """
practice = pratique practice practise practical
introduction = introduction initiation
advanced = avance advanced approfondi approfondissement
foundation = fondement fundamentals fundamental fondamental foundation basis base principle principe
issue = enjeu issue challenge affair
counter = contre counter anti
problem = probleme problem problematique
contemporary = contemporain contemporary current actuel modern moderne
new = nouveau nouvelle new
approach = approche approach perspective
application = applique applied application
general = general generaux
study = etude study
sector = secteur sector
"""

# Words that say little of what a course is about: they weigh less, and a title of nothing else is no sign of the same course.
FAINT = _listed(
    """
    practice introduction advanced foundation issue problem contemporary new approach application general study sector
    concept notion topic theme course cours question aspect dimension effective effectively efficace structure functioning
    fonctionnement politics international management governance analysis method strategy relation tool actor system seminar
    workshop conference casestudy project dissertation internship professional research theory organisation public
    development institution evaluation integration insertion design fin final end counter
    """
)

# Titles of nothing else are found at every school and are not, for that, the same course.
COMMONPLACE = _listed(
    """
    method seminar workshop conference casestudy project dissertation internship research professional feedback english
    french spanish german arabic chinese russian language speech sport preparation writing tutoring tutorat career strategy
    management communication
    """
)

_PAIRS = """
public/private public/prive macro/micro national/international internal/foreign interne/foreign written/speech writing/speech
civil/criminal quantitative/qualitative quantitatif/qualitatif import/export war/peace english/french english/spanish
english/german french/spanish spanish/german constitutional/administration b2b/b2c africa/asia humanrights/hr immigration/emigration
"""
# Two titles of which one has the first and the other the second are two courses, however alike they are otherwise.
OPPOSED = tuple((one, other) for pair in _PAIRS.split() for one, _, other in (pair.partition("/"),))

# Words that are taken whole although the sections above do not have them.
WHOLE = FAINT | COMMONPLACE | frozenset(word for pair in OPPOSED for word in pair)

STOP = _listed(
    """
    a an and any at by for from in into of on or s the their through to towards under undergoing upon via with within its
    our etc l d le la les un une des du de et en au aux dans pour par sur sous avec entre vers ses son sa leur leurs chez qu
    que qui be being is are as between
    """
)
