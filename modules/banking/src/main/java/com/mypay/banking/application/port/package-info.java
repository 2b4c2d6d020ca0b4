/** The other systems that banking needs: the banks and membership. */
@NullMarked
package com.mypay.banking.application.port;

import org.jspecify.annotations.NullMarked;
