/** Embedded H2 behind the engine's ports: one writer, a few readers, packed samples, nothing decided here. */
@NullMarked
package org.watchfloor.store;

import org.jspecify.annotations.NullMarked;
