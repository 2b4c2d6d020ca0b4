/**
 * Examples of customers' GUIDs, to choose or to copy: 30 digits, 34 characters. More: decision 81.
 */
@NullMarked
package com.mypay.framework.guidformat;

import org.jspecify.annotations.NullMarked;
