package org.watchfloor.engine;

import java.util.List;

/** The next state and what to do about it. */
record Decision(EngineState next, List<Effect> effects) {}
