/** What stands between the engine and the world: breakers as values; who asks them and keeps them is the engine's matter. */
@NullMarked
package org.watchfloor.gate;

import org.jspecify.annotations.NullMarked;
