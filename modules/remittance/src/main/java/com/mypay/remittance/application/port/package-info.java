/** The other systems: membership, banking, monitoring. */
@NullMarked
package com.mypay.remittance.application.port;

import org.jspecify.annotations.NullMarked;
