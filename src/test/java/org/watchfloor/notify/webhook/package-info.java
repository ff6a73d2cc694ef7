@NullMarked
package org.watchfloor.notify.webhook;

import org.jspecify.annotations.NullMarked;
