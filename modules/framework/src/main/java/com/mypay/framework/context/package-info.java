/** Who calls, under which GUID: the context of one business transaction on its way through a server. */
@NullMarked
package com.mypay.framework.context;

import org.jspecify.annotations.NullMarked;
