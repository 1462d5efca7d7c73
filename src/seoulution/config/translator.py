"""The translation machine of this installation, from the environment; none unless an address is named."""

from typing import Final

from seoulution.config.env import SettingRefused, env_text
from seoulution.language.machine_translation import MachineKind, MachineSettings

VARIABLES: Final = (
    "SEOULUTION_TRANSLATOR_URL",
    "SEOULUTION_TRANSLATOR_KIND",
    "SEOULUTION_TRANSLATOR_KEY",
    "SEOULUTION_TRANSLATOR_MODEL",
)


def translator_settings() -> MachineSettings | None:
    """`_URL` (https, or this machine), `_KIND` (`openai` or `libretranslate`), `_KEY`, `_MODEL`.

    raises SettingRefused : an address is named and the rest does not fit it
    """
    url, kind, key, model = (env_text(name) for name in VARIABLES)
    if not url:
        return None
    if kind not in set(MachineKind):
        raise SettingRefused(f"SEOULUTION_TRANSLATOR_KIND={kind!r} is unknown. Set it to openai or libretranslate.")
    settings = MachineSettings(MachineKind(kind), url, key, model)
    if settings.problem:
        raise SettingRefused(settings.problem)
    return settings
