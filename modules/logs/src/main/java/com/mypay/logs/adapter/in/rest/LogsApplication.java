package com.mypay.logs.adapter.in.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** {@code /logs}. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "MyPay logs",
                        version = "1",
                        description =
                                "Image, business and error logs: one transaction followed, lines searched, the archive"
                                        + " (이미지로그, 업무로그, 에러로그)"))
public class LogsApplication extends Application {}
