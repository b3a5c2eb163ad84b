//! Who copied whom: copies, origins, stories. Never reads meaning.
