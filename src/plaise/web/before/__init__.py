"""Before starting: what must be known, who must be asked first, which door is the right one."""
