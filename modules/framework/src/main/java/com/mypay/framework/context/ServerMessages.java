package com.mypay.framework.context;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Tells Liberty the GUID of the thread's business transaction, so that its own messages have it, too: as {@code
 * ext_mypay_guid}, where the server writes messages as JSON. Liberty's API for it ({@code LogRecordContext}) comes with the
 * server only, hence by its name; elsewhere nothing happens.
 */
final class ServerMessages {

    private static final String FIELD = "mypay_guid";

    private static final @Nullable MethodHandle ADD =
            find("addExtension", MethodType.methodType(void.class, String.class, String.class));
    private static final @Nullable MethodHandle REMOVE =
            find("removeExtension", MethodType.methodType(boolean.class, String.class));

    private ServerMessages() {}

    static void name(CallContext context) {
        if (ADD != null) {
            try {
                ADD.invoke(FIELD, context.guid().value());
            } catch (Throwable e) {
                // Its messages go without the GUID; the business goes on
            }
        }
    }

    static void forget() {
        if (REMOVE != null) {
            try {
                REMOVE.invoke(FIELD);
            } catch (Throwable e) {
                // As above
            }
        }
    }

    private static @Nullable MethodHandle find(String name, MethodType type) {
        try {
            Class<?> server = Class.forName("com.ibm.websphere.logging.hpel.LogRecordContext");
            return MethodHandles.publicLookup().findStatic(server, name, type);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null; // not on Liberty, or not on one that has it
        }
    }
}
