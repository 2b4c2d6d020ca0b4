package com.mypay.settlement.adapter.in.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** Resources and providers are found by scanning. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "MyPay settlement",
                        version = "1.0",
                        description =
                                "What franchises get for their slips (정산), cycle by cycle. Cycles are settled by the"
                                        + " batch job settle-franchises."))
public class SettlementApplication extends Application {}
