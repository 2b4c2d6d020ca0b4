package com.mypay.frameworktest.architecture.canary.bad.application;

import jakarta.persistence.EntityManager;

/** Canary: a use case that knows how rows are stored. */
class KnowsJpa {
    void store(EntityManager entityManager, Object row) {
        entityManager.persist(row);
    }
}
