/** The invariants over all services, the broker and the banks, checked from outside through their own reports. */
@NullMarked
package com.mypay.cli.doctor;

import org.jspecify.annotations.NullMarked;
