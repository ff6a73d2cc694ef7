@NullMarked
package org.watchfloor.notify.sms;

import org.jspecify.annotations.NullMarked;
