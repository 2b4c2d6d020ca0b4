/** Remittance's use cases, one class each, and the orchestrator that they share. */
@NullMarked
package com.mypay.remittance.application;

import org.jspecify.annotations.NullMarked;
