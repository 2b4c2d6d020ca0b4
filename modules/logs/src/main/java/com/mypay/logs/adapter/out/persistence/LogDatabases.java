package com.mypay.logs.adapter.out.persistence;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.logs.domain.LogKind;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/** Each log's own account. One transaction uses one of them: they are no XA resources. */
@ApplicationScoped
public class LogDatabases {

    @Resource(lookup = "java:comp/env/jdbc/imagelog")
    private DataSource imageLog;

    @Resource(lookup = "java:comp/env/jdbc/businesslog")
    private DataSource businessLog;

    @Resource(lookup = "java:comp/env/jdbc/errorlog")
    private DataSource errorLog;

    /** For the container, which injects the data sources. */
    @SuppressWarnings("NullAway.Init")
    protected LogDatabases() {}

    public LogDatabases(DataSource imageLog, DataSource businessLog, DataSource errorLog) {
        this.imageLog = imageLog;
        this.businessLog = businessLog;
        this.errorLog = errorLog;
    }

    Jdbc of(LogKind kind) {
        return new Jdbc(
                switch (kind) {
                    case IMAGE -> imageLog;
                    case BUSINESS -> businessLog;
                    case ERROR -> errorLog;
                });
    }
}
