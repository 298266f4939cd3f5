"""Signatures: short digests that differ when an index has to be built anew, so that nobody need remember a number."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from search.document import Passage, ResourceDocument
from search.languages import ANALYSED

# Plurals, endings and accents of each language: what a stemmer or a folding treats in its own way.
SAMPLES = {
    "en": "The hospitals’ communications were evaluated quickly by careful nurses, children and their families",
    "nl": "De ziekenhuizen schreven brieven over patiënten, besmettingen en verpleegkundigen die samenwerkten",
    "de": "Die Krankenhäuser begrüßten Pflegekräfte, Ärztinnen und Angehörige mit verständlichen Erklärungen",
    "fr": "Les hôpitaux évalués forment régulièrement des infirmières françaises à l’écoute des malades",
    "es": "Los médicos españoles organizaron formaciones rápidas sobre comunicación con niños enfermos",
    "it": "Gli ospedali delle città italiane comunicano più velocemente con le famiglie dei malati",
    "pt": "As comunicações dos hospitais ajudaram mães e crianças portuguesas durante as infeções",
    "sv": "Sjukhusen berättade för patienterna om vårdens möjligheter och sjuksköterskornas erfarenheter",
    "da": "Sygehusene spurgte patienterne om sygeplejerskernes oplysninger på nettet og ændrede dem",
    "fi": "Sairaaloissa työskentelevät hoitajat viestivät potilaille äidinkielellään luotettavasti",
    "ru": "Больницы рассказывали пациентам о врачах, лечении и возможностях медицинских сестёр",
    "ar": "تتواصل المستشفيات مع المرضى والممرضات بلغاتهم وتشرح لهم العلاجات المختلفة",
}
OTHERS = {"": "Ångström’s e-mail: don't, example.com, snake_case 2024", "ja": "病院の広報", "el": "Νοσοκομείο"}
NAMES = ("Łukasiewicz, José-María",)


def digest(parts: Iterable[str]) -> str:
    """Return sixteen hexadecimal digits for these texts in this order."""
    sum_of_all = blake2b(digest_size=8)
    for part in parts:
        sum_of_all.update(f"{part}\0".encode())
    return sum_of_all.hexdigest()


def sample_documents() -> Iterator[ResourceDocument]:
    """Yield a document in each language whose analysis is its own, to see what analysis makes of them."""
    texts = OTHERS | {language: SAMPLES.get(language, SAMPLES["en"]) for language in ANALYSED}
    for number, (language, text) in enumerate(sorted(texts.items()), start=1):
        yield ResourceDocument(
            page_id=number,
            type="guide",
            title=text,
            summary=text,
            body=text,
            parts=text,
            language=language,
            url="/",
            organisation="organisation",
            organisation_title=text,
            topic_labels=(text,),
            people=NAMES,
            passages=(Passage(file=1, name="File", url="/file", unit="page", place=1, text=text),),
        )
