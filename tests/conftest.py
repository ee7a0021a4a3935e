"""Settings for all tests."""
from hypothesis import settings

# The same examples at every run, and no time limit for one of them: a slow machine is no failure of the code.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
