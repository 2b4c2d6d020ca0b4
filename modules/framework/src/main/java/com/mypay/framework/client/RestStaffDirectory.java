package com.mypay.framework.client;

import com.mypay.framework.context.StaffDirectory;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** {@link StaffDirectory} over REST, in every service but membership, which knows it itself. */
@ApplicationScoped
public class RestStaffDirectory implements StaffDirectory {

    private static final String ACTIVE = "ACTIVE";
    private static final String UNKNOWN = "UNKNOWN";

    private final StaffClient client;

    @Inject
    public RestStaffDirectory(@RestClient StaffClient client) {
        this.client = client;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RestStaffDirectory() {
        this(null);
    }

    @Override
    public Optional<Standing> find(String login) {
        try {
            StaffClient.Standing found = RemoteCalls.call("membership", () -> client.checkStaff(login));
            return found.status().equals(UNKNOWN)
                    ? Optional.empty()
                    : Optional.of(new Standing(found.status().equals(ACTIVE), found.roles()));
        } catch (UnknownOutcomeException e) {
            // A question changes nothing
            throw new UnavailableException("membership did not answer", e);
        }
    }
}
