/** Measures the whole program from outside against a fixed local target. Not part of the build's tests. */
@NullMarked
package org.watchfloor.bench;

import org.jspecify.annotations.NullMarked;
