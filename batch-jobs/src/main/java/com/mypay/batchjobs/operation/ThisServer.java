package com.mypay.batchjobs.operation;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What the batch runtime calls this server in its repository: {@code host/user directory/server name}. */
final class ThisServer {

    private static final String BEAN = "WebSphere:feature=kernel,name=ServerInfo";

    private ThisServer() {}

    static String id() {
        return id(ManagementFactory.getPlatformMBeanServer());
    }

    static String id(MBeanServer beans) {
        try {
            ObjectName server = new ObjectName(BEAN);
            String directory =
                    beans.getAttribute(server, "UserDirectory").toString().strip();
            return beans.getAttribute(server, "DefaultHostname")
                    + "/" + (directory.endsWith("/") ? directory.substring(0, directory.length() - 1) : directory)
                    + "/" + beans.getAttribute(server, "Name");
        } catch (JMException e) {
            throw new IllegalStateException("the server doesn't tell its name", e);
        }
    }
}
