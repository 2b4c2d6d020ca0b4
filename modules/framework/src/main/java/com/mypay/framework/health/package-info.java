/** Health of a service: started, ready, live. */
@NullMarked
package com.mypay.framework.health;

import org.jspecify.annotations.NullMarked;
