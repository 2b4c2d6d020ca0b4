@NullMarked
package com.mypay.framework.health;

import org.jspecify.annotations.NullMarked;
