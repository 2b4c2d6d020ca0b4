package com.mypay.frameworktest.architecture.canary.bad.domain;

import com.mypay.frameworktest.architecture.canary.bad.application.DoesTwoThings;

/** Canary: the domain looks upwards. */
class KnowsItsUseCase {
    @SuppressWarnings("unused")
    private final Class<?> useCase = DoesTwoThings.class;
}
