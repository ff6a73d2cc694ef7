@NullMarked
package org.watchfloor.notify;

import org.jspecify.annotations.NullMarked;
