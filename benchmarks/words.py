"""What made-up schools and programmes are called, in French and in English."""

from dataclasses import dataclass

from advisor_app.domain.text import Text

CITIES = (
    "Paris", "Lyon", "Marseille", "Toulouse", "Nice", "Nantes", "Montpellier", "Strasbourg", "Bordeaux", "Lille", "Rennes", "Reims",
    "Grenoble", "Dijon", "Angers", "Nîmes", "Tours", "Limoges", "Amiens", "Metz", "Besançon", "Orléans", "Rouen", "Caen", "Nancy",
    "Poitiers", "Pau", "La Rochelle", "Brest", "Genève", "Lausanne", "Bruxelles", "Liège", "Delft", "Maastricht", "Dublin", "Leeds",
)  # fmt: skip
SCHOOLS = (
    "École supérieure {of} de {city}", "Institut {of} de {city}", "École des hautes études {of} de {city}", "{city} School of {en}",
    "Institut européen {of}, {city}", "École internationale {of} de {city}", "{city} Institute of {en}", "Campus {of} de {city}",
    "Université de {city}, faculté {of}", "Groupe ESF {city}, école {of}",
)  # fmt: skip
LEVELS = (
    ("Master 2", 4, 1),
    ("Master", 3, 2),
    ("MSc", 3, 2),
    ("Mastère spécialisé", 4, 1),
    ("Bachelor", 0, 3),
    ("Licence professionnelle", 2, 1),
)
ANGLES = (
    ("", ""), ("international", "International"), ("européen", "European"), ("numérique", "Digital"), ("durable", "Sustainable"),
    ("appliqué", "Applied"), ("avancé", "Advanced"), ("et innovation", "Innovation and"), ("et conseil", "Consulting and"),
    ("et territoires", "Regional"), ("et conformité", "Compliance and"), ("et données", "Data and"),
)  # fmt: skip
# What a third of all names ends with: a track within the programme, in the language of the name.
TRACKS = (
    ("parcours recherche", "Research Track"), ("parcours professionnel", "Professional Track"), ("en alternance", "Work-Study"),
    ("mention {fr}", "Major in {en}"), ("option {fr}", "Minor in {en}"), ("spécialité {fr}", "{en} Specialisation"),
    ("et {fr}", "and {en}"), ("campus de {city}", "{city} Campus"), ("double diplôme", "Double Degree"),
)  # fmt: skip
# What tells one course from another of the same matter.
COURSES = (
    "{title}", "{title}", "{title} I", "{title} II", "{title} appliquée", "{title} : cas pratiques", "{title} approfondie",
    "Introduction : {title}", "Atelier {title}", "Séminaire {title}", "Advanced {title}", "{title} workshop", "{title} et {other}",
    "{title}, {other}", "{title} and {other}", "Enjeux contemporains : {title}", "Current issues in {title}", "Projet {title}",
)  # fmt: skip
SKILLS = (
    ("Conduire un projet en {fr}", "Running a project in {en}"), ("Analyser les enjeux : {fr}", "Analysing the issues of {en}"),
    ("Conseiller un client en {fr}", "Advising a client on {en}"), ("Encadrer une équipe", "Leading a team"),
    ("Rédiger une note de synthèse", "Writing a briefing note"), ("Évaluer les risques en {fr}", "Assessing risks in {en}"),
    ("Négocier en deux langues", "Negotiating in two languages"), ("Piloter un budget", "Steering a budget"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject to study: its names, the fields of study it belongs to, courses and jobs."""

    of: str
    name: Text
    fields: tuple[str, ...]
    courses: tuple[str, ...]
    jobs: tuple[Text, ...]


def _subject(of: str, names: tuple[str, str], fields: str, courses: str, jobs: str) -> Subject:
    pairs = (pair.split(" = ") for pair in jobs.split("; "))
    return Subject(of, Text(*names), tuple(fields.split()), tuple(courses.split("; ")), tuple(Text(fr, en) for fr, en in pairs))


SUBJECTS = (
    _subject(
        "de droit", ("Droit des affaires", "Business Law"), "business-law law private-law",
        "Droit des sociétés; Droit de la concurrence; Contrats internationaux; Fiscalité; Arbitrage; Legal English",
        "juriste d'entreprise = in-house lawyer; responsable conformité = compliance officer; avocat = lawyer",
    ),
    _subject(
        "de sciences politiques", ("Relations internationales", "International Relations"),
        "international-relations political-science geopolitics",
        "Géopolitique; Histoire de la diplomatie; Organisations internationales; Droit international public; Lobbying; Négociation",
        "chargé de mission = project officer; analyste politique = political analyst; attaché = attaché",
    ),
    _subject(
        "de gestion", ("Management", "Management"), "management business economics-and-management",
        "Stratégie; Contrôle de gestion; Leadership; Conduite du changement; Négociation; Business game; Éthique des affaires",
        "chef de projet = project manager; consultant = consultant; directeur de site = site manager",
    ),
    _subject(
        "de finance", ("Finance", "Finance"), "finance economics accounting",
        "Finance de marché; Évaluation d'entreprise; Gestion des risques; Comptabilité internationale; Econometrics; Audit",
        "analyste financier = financial analyst; contrôleur de gestion = management controller; auditeur = auditor",
    ),
    _subject(
        "de commerce", ("Marketing", "Marketing"), "marketing sales business",
        "Études de marché; Stratégie de marque; Marketing digital; Comportement du consommateur; Distribution; Data for marketing",
        "chef de produit = product manager; responsable de marque = brand manager; acheteur = buyer",
    ),
    _subject(
        "de communication", ("Communication", "Communication"), "information-and-communication journalism",
        "Relations presse; Écriture; Stratégie éditoriale; Réseaux sociaux; Sémiologie; Public affairs",
        "attaché de presse = press officer; chargé de communication = communication officer; rédacteur = editor",
    ),
    _subject(
        "de ressources humaines", ("Ressources humaines", "Human Resources"), "human-resources management psychology",
        "Droit du travail; Recrutement; Paie; Dialogue social; Gestion des carrières; Coaching",
        "responsable RH = HR manager; chargé de recrutement = recruiter; gestionnaire de paie = payroll officer",
    ),
    _subject(
        "de logistique", ("Logistique et achats", "Supply Chain and Purchasing"), "logistics international-trade management",
        "Transport; Prévision de la demande; Entreposage; Douane; Achats; Lean management; Supply chain finance",
        "responsable logistique = logistics manager; acheteur = buyer; planificateur = planner",
    ),
    _subject(
        "de tourisme", ("Tourisme et hôtellerie", "Tourism and Hospitality"), "tourism-and-hospitality management",
        "Revenue management; Patrimoine; Événementiel; Accueil; Tourisme durable; Food and beverage",
        "directeur d'hôtel = hotel manager; chef de produit = product manager; guide = guide",
    ),
    _subject(
        "de design", ("Design et création", "Design"), "design fine-arts arts",
        "Atelier; Histoire de l'art; Typographie; Design thinking; Modélisation; Portfolio",
        "designer = designer; directeur artistique = art director; illustrateur = illustrator",
    ),
    _subject(
        "de langues", ("Traduction et langues", "Translation and Languages"), "translation applied-foreign-languages languages",
        "Traduction juridique; Interprétation; Terminologie; Localisation; Linguistics; Civilisation",
        "traducteur = translator; interprète = interpreter; terminologue = terminologist",
    ),
    _subject(
        "de sécurité", ("Sécurité et défense", "Security and Defence"),
        "security-and-defence international-relations international-law",
        "Droit des conflits armés; Renseignement; Cybersécurité; Économie de la défense; Peacekeeping",
        "analyste = analyst; responsable sûreté = security manager; officier = officer",
    ),
)  # fmt: skip
