using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;
using Xunit;

namespace Domain.Tests.Organization;

public sealed class ReorganizationTests
{
    private static readonly FiscalYear Year = new(2027);
    private static readonly DateTime Now = new(2027, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly PersonId By = PersonId.New();
    private static readonly IEnumerable<Reorganization> NoOthers = [];

    [Fact]
    public void Whatever_is_reorganized_every_project_has_exactly_one_owner_in_every_year_and_undoing_brings_all_back()
    {
        var carried = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var city = new GeneratedCity(seed);
            var before = city.State();
            var owners = city.Projects.ToDictionary(p => p.Id, p => Years().Select(y => p.OwnerIn(y)).ToList());
            city.Plan();
            var outcome = city.Outcome();
            foreach (var unplaced in outcome.Unplaced)
                city.Reorganization.Choose(unplaced.Project, city.SomeoneIn(Year), city.Departments);
            outcome = city.Outcome();
            outcome.Unplaced.ShouldBeEmpty($"seed {seed}");
            if (outcome.WhyNotCarryOut() is { } why)
            {
                why.Code.ShouldBeOneOf("reorganization-empty");
                continue;
            }
            carried++;
            city.CarryOut(outcome);
            foreach (var project in city.Projects)
            {
                Years().Where(y => y < Year).Select(y => project.OwnerIn(y)).ShouldBe(owners[project.Id].Take(Years().Count(y => y < Year)), $"seed {seed}: the past stays");
                city.Departments.Single(d => d.Id == project.OwnerIn(Year)).ExistsIn(Year).ShouldBeTrue($"seed {seed}");
                city.Departments.Single(d => d.Id == project.OwnerIn(Year + 3)).ExistsIn(Year + 3).ShouldBeTrue($"seed {seed}");
            }
            city.SumsOverFamiliesAreSumsOverAll($"seed {seed}");
            city.NobodyHoldsMoreAtOnceThanBefore($"seed {seed}");
            city.TakeBack();
            city.State().ShouldBe(before, $"seed {seed}");
        }
        carried.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_department_follows_neither_itself_nor_one_that_goes_nor_one_that_is_not_there()
    {
        var (a, b, old) = (Department.Establish("企画課", new(2020)), Department.Establish("道路課", new(2020)), Department.Establish("昔の課", new(2010)));
        old.Abolish(new(2015));
        Department[] all = [a, b, old];
        var reorganization = Reorganization.Draft(Year, "令和9年度機構改革");
        reorganization.WhyNotSucceed(a.Id, a.Id, all, NoOthers)!.Code.ShouldBe("reorganization-self");
        reorganization.WhyNotSucceed(a.Id, old.Id, all, NoOthers)!.Code.ShouldBe("reorganization-successor-not-then");
        reorganization.WhyNotSucceed(old.Id, a.Id, all, NoOthers)!.Code.ShouldBe("reorganization-predecessor-ended");
        reorganization.Succeed(a.Id, b.Id, all, NoOthers);
        reorganization.WhyNotSucceed(b.Id, a.Id, all, NoOthers)!.Code.ShouldBe("reorganization-cycle");
        Should.Throw<RefusalException>(() => reorganization.Precede(b.Id, continues: false, all, NoOthers)).Refusal.Code.ShouldBe("reorganization-cycle");
        Reorganization.Draft(Year, "もうひとつ").WhyNotPrecede(a.Id, all, [reorganization])!.Code.ShouldBe("reorganization-predecessor-taken");
        Reorganization.Draft(Year.Next, "次の年").WhyNotPrecede(a.Id, all, [reorganization]).ShouldBeNull();
        Should.Throw<RefusalException>(() => Reorganization.Draft(Year, " ")).Refusal.Code.ShouldBe("name-missing");
    }

    [Fact]
    public void A_split_department_leaves_its_projects_unplaced_until_somebody_says_where_they_go()
    {
        var (a, b) = (Department.Establish("企画課", new(2020)), Department.Establish("道路課", new(2020)));
        Department[] all = [a, b];
        var reorganization = Reorganization.Draft(Year, "分割");
        var fresh = reorganization.Plan("未来課", null, null, all);
        reorganization.Succeed(a.Id, b.Id, all, NoOthers);
        reorganization.Succeed(a.Id, fresh.DepartmentId, all, NoOthers);
        var project = Guid.NewGuid();
        Outcome().WhyNotCarryOut()!.Code.ShouldBe("reorganization-projects-unplaced");
        reorganization.Choose(project, fresh.DepartmentId, all);
        Outcome().WhyNotCarryOut().ShouldBeNull();
        var (established, handed) = Outcome().CarryOut(By, Now);
        established.ShouldHaveSingleItem().From.ShouldBe(Year);
        handed.ShouldBe([(project, fresh.DepartmentId)]);
        a.To.ShouldBe(Year.Previous);
        Should.Throw<RefusalException>(() => reorganization.Choose(project, null, all)).Refusal.Code.ShouldBe("reorganization-carried-out");

        ReorganizationOutcome Outcome() => new(reorganization, all, [new(project, a.Id)], []);
    }

    private static IEnumerable<FiscalYear> Years() => Enumerable.Range(2022, 10).Select(y => new FiscalYear(y));

    /// <summary>A city of twelve departments, forty projects and twenty people, and one reorganization of it, all by one seed.</summary>
    private sealed class GeneratedCity
    {
        private readonly Random random;
        private readonly List<Person> people = [];
        private IReadOnlyList<Department> established = [];

        public GeneratedCity(int seed)
        {
            random = new(seed);
            foreach (var i in Enumerable.Range(1, 12))
                Departments.Add(Department.Establish($"第{i}課", new(2015), i > 4 && random.Next(2) == 0 ? Departments[random.Next(4)].Id : null));
            foreach (var i in Enumerable.Range(1, 40))
            {
                var project = Project.Start($"{i}", $"事業{i}");
                project.HandTo(Any(), new(2018));
                if (random.Next(3) == 0)
                    project.HandTo(Any(), new(2020 + random.Next(9)));
                Projects.Add(project);
            }
            foreach (var i in Enumerable.Range(1, 20))
            {
                var person = Person.Join($"見本 {i}子");
                for (var posts = random.Next(1, 3); posts > 0; posts--)
                    person.Assign(Role.Entrant, Any(), new DateOnly(2024, 4, 1).AddMonths(random.Next(48)), random.Next(3) == 0 ? new DateOnly(2028, 9, 30) : null);
                people.Add(person);
            }
            // why: a project handed on in later years to a department that goes is put right by people, year by year.
            Projects.RemoveAll(p => p.Ownerships.Any(o => o.From > Year));
        }

        public List<Department> Departments { get; } = [];
        public List<Project> Projects { get; } = [];
        public Reorganization Reorganization { get; } = Reorganization.Draft(Year, "生成した機構改革");

        public void Plan()
        {
            for (var i = random.Next(4); i > 0; i--)
                Reorganization.Plan($"新{i}課", null, random.Next(3) == 0 ? SomeoneIn(Year) : null, Departments);
            for (var i = random.Next(1, 8); i > 0; i--)
            {
                var (from, to) = (Any(), SomeoneIn(Year));
                if (Reorganization.WhyNotSucceed(from, to, Departments, NoOthers) is null && !IsParentOfPlanned(from))
                    Reorganization.Succeed(from, to, Departments, NoOthers);
                if (random.Next(4) == 0)
                    Reorganization.Precede(from, Reorganization.WhyNotPrecede(from, Departments, NoOthers) is not null || IsParentOfPlanned(from) || random.Next(2) == 0, Departments, NoOthers);
            }
        }

        public ReorganizationOutcome Outcome() => new(Reorganization, Departments, Projects.Select(p => new Owned(p.Id.Value, p.OwnerIn(Year)!.Value)), people);

        public void CarryOut(ReorganizationOutcome outcome)
        {
            (established, var handed) = outcome.CarryOut(By, Now);
            Departments.AddRange(established);
            foreach (var (id, to) in handed)
            {
                var project = Projects.Single(p => p.Id.Value == id);
                var before = project.Ownerships.FirstOrDefault(o => o.From == Year)?.DepartmentId;
                project.HandTo(to, Year);
                outcome.Handed(id, to, before);
            }
        }

        public void TakeBack()
        {
            foreach (var effect in Reorganization.Effects.Where(e => e.Kind == EffectKind.ProjectHanded))
                Projects.Single(p => p.Id.Value == effect.Subject).HandBack(Year, DepartmentId.From(effect.Made!.Value), effect.Before is { } before ? DepartmentId.From(before) : null).ShouldBeTrue();
            foreach (var gone in Reorganization.Reverse(Departments, people, By, Now))
                Departments.Remove(gone);
        }

        public void SumsOverFamiliesAreSumsOverAll(string why)
        {
            var lineage = new DepartmentLineage(Reorganization.Successions.Select(s => (s.PredecessorId, s.SuccessorId)));
            var families = Departments.Select(d => lineage.Family(d.Id)).DistinctBy(f => string.Join(' ', f.Select(d => d.Value).Order())).ToList();
            families.Sum(f => f.Count).ShouldBe(Departments.Count, why);
            foreach (var year in Years())
                families.Sum(f => Projects.Count(p => p.OwnerIn(year) is { } owner && f.Contains(owner))).ShouldBe(Projects.Count(p => p.OwnerIn(year) is not null), why);
            foreach (var pair in Reorganization.Successions)
            {
                lineage.Predecessors(pair.SuccessorId).ShouldContain(pair.PredecessorId, why);
                lineage.Successors(pair.PredecessorId).ShouldContain(pair.SuccessorId, why);
            }
        }

        public void NobodyHoldsMoreAtOnceThanBefore(string why)
        {
            foreach (var person in people)
                foreach (var post in person.Assignments)
                    post.HoldsOn(Year.FirstDay.AddDays(-1)).ShouldBe(post.From < Year.FirstDay && !(post.To < Year.FirstDay.AddDays(-1)), why);
            people.Sum(p => p.Assignments.Count(a => a.HoldsOn(Year.FirstDay))).ShouldBe(heldInApril, why);
        }

        public IReadOnlyList<string> State()
        {
            heldInApril = people.Sum(p => p.Assignments.Count(a => a.HoldsOn(Year.FirstDay)));
            return
            [
                .. Departments.Select(d => $"{d.Name} {d.ParentId} {d.To}"), .. Projects.SelectMany(p => p.Ownerships.OrderBy(o => o.From).Select(o => $"{p.Name} {o.From} {o.DepartmentId}")),
                .. people.SelectMany(p => p.Assignments.OrderBy(a => a.Id.Value).Select(a => $"{p.Name} {a.DepartmentId} {a.From} {a.To} {a.IsMain}")),
            ];
        }

        public DepartmentId SomeoneIn(FiscalYear year)
        {
            year.ShouldBe(Year);
            var there = Departments.Select(d => d.Id).Concat(Reorganization.Planned.Select(p => p.DepartmentId)).Where(d => Reorganization.ExistsIn(d, Departments)).ToList();
            return there[random.Next(there.Count)];
        }

        private int heldInApril;

        private bool IsParentOfPlanned(DepartmentId id) => Reorganization.Planned.Any(p => p.ParentId == id);

        private DepartmentId Any() => Departments[random.Next(Departments.Count)].Id;
    }
}
