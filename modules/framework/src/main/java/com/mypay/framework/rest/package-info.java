/** The REST edge: filters, problem+json, the resources every service has. */
@NullMarked
package com.mypay.framework.rest;

import org.jspecify.annotations.NullMarked;
