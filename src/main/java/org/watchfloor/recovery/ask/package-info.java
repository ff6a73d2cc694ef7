/** Steps that a person has to answer. */
@NullMarked
package org.watchfloor.recovery.ask;

import org.jspecify.annotations.NullMarked;
