/** Series of numbers as compact blocks of bytes, and back. Pure. */
@NullMarked
package org.watchfloor.store.pack;

import org.jspecify.annotations.NullMarked;
