package com.mypay.framework.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The server's own transaction interceptor, called through a proxy of its own so that it can't be bypassed. */
@ApplicationScoped
@Transactional
public class TransactionBracket {

    public <T extends @Nullable Object> T run(Supplier<T> work) {
        return work.get();
    }
}
