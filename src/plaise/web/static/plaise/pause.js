// The page that one left is no longer one step back.
"use strict";
history.replaceState(null, "", location.pathname);
