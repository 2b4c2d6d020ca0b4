package com.mypay.money.fake;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.money.domain.MemberKind;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.MemberProfile;
import com.mypay.money.domain.Occasion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link MemberMoneys} in memory. */
public final class InMemoryMemberMoneys implements MemberMoneys, RollsBack {

    private final Map<MemberId, MemberMoney> rows = new TreeMap<>();
    private final InMemoryMemberProfiles profiles;

    public InMemoryMemberMoneys(InMemoryMemberProfiles profiles) {
        this.profiles = profiles;
    }

    public List<MemberMoney> all() {
        return rows.values().stream().map(InMemoryMemberMoneys::copy).toList();
    }

    @Override
    public Optional<MemberMoney> lock(MemberId member) {
        return find(member);
    }

    @Override
    public List<MemberMoney> lockBoth(MemberId one, MemberId other) {
        return Stream.of(one, other)
                .sorted()
                .flatMap(member -> find(member).stream())
                .toList();
    }

    @Override
    public Optional<MemberMoney> find(MemberId member) {
        return Optional.ofNullable(rows.get(member)).map(InMemoryMemberMoneys::copy);
    }

    @Override
    public void open(MemberMoney money, Occasion occasion) {
        rows.putIfAbsent(money.member(), copy(money));
    }

    @Override
    public void changed(MemberMoney... moneys) {
        for (MemberMoney money : moneys) {
            if (rows.replace(money.member(), copy(money)) == null) {
                throw new IllegalStateException("no money row of member " + money.member());
            }
        }
    }

    @Override
    public MoneyTotal totalOf(@Nullable String province, @Nullable String district) {
        List<MemberMoney> found = rows.values().stream()
                .filter(money -> profiles.find(money.member())
                        .filter(profile -> livesIn(profile, province, district))
                        .isPresent())
                .toList();
        return new MoneyTotal(
                found.size(), found.stream().map(MemberMoney::balance).reduce(Won.ZERO, Won::plus));
    }

    private static boolean livesIn(MemberProfile profile, @Nullable String province, @Nullable String district) {
        return profile.kind() == MemberKind.PERSONAL
                && (province == null || province.equals(profile.province()))
                && (district == null || district.equals(profile.district()));
    }

    private static MemberMoney copy(MemberMoney money) {
        return MemberMoney.stored(money.member(), money.balance(), money.held(), money.changings());
    }

    @Override
    public Runnable mark() {
        Map<MemberId, MemberMoney> before = new TreeMap<>(rows);
        return () -> {
            rows.clear();
            rows.putAll(before);
        };
    }
}
