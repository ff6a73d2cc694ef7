/** Notices as short messages, by Twilio or any HTTP gateway. */
@NullMarked
package org.watchfloor.notify.sms;

import org.jspecify.annotations.NullMarked;
