@NullMarked
package org.watchfloor.notify.slack;

import org.jspecify.annotations.NullMarked;
