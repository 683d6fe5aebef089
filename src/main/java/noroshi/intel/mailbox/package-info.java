/** The mailbox: what listed senders mail to the Centre waits in the drop-box for a person to look at. */
@NullMarked
package noroshi.intel.mailbox;

import org.jspecify.annotations.NullMarked;
