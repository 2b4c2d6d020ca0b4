/** What of the framework's own tables has served its purpose: finished messages, answered request ids. */
@NullMarked
package com.mypay.framework.housekeeping;

import org.jspecify.annotations.NullMarked;
