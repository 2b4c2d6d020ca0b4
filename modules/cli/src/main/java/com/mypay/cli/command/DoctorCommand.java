package com.mypay.cli.command;

import com.mypay.cli.ExitCode;
import com.mypay.cli.doctor.Doctor;
import com.mypay.cli.doctor.Finding;
import com.mypay.cli.home.Home;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the invariants over everything that runs; exits 1 with the first row that breaks one. */
@Command(name = "doctor")
public final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--json", descriptionKey = "option.doctorJson")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = homeOption.open();
        RequireServer.of(home);
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = new Doctor(home).examine();
        boolean healthy = json ? Doctor.printJson(findings, out) : Doctor.print(findings, out);
        return healthy ? ExitCode.OK : ExitCode.FAILED;
    }
}
