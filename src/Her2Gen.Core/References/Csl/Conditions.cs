namespace Her2Gen.References.Csl;

/// <summary>Which branch of a choice holds for a cite (CSL 1.0.2, "choose").</summary>
internal sealed class Conditions(CiteRenderer cite)
{
    /// <summary>How many "disambiguate" conditions were asked.</summary>
    public int Asked { get; private set; }

    /// <summary>How many of them held.</summary>
    public int Used { get; private set; }

    /// <summary>The first branch that holds, or null.</summary>
    public Branch? Chosen(ChooseElement choose)
    {
        foreach (Branch branch in choose.Branches)
            if (branch.Conditions.Length == 0 || Holds(branch)) return branch;
        return null;
    }

    private bool Holds(Branch branch)
    {
        foreach (Condition condition in branch.Conditions)
        {
            bool holds = Holds(condition);
            if (branch.Match == Match.All && !holds) return false;
            if (branch.Match != Match.All && holds) return branch.Match == Match.Any;
        }

        return branch.Match != Match.Any;
    }

    private bool Holds(Condition condition) => condition.Kind switch
    {
        ConditionKind.Type => cite.Item.Type == condition.Value,
        ConditionKind.Variable => cite.Value(condition.Value) is not null || (condition.Value is not "locator" && cite.Item.Has(condition.Value)),
        ConditionKind.IsNumeric => IsNumeric(condition.Value),
        ConditionKind.IsUncertainDate => cite.Item.Date(condition.Value)?.Circa == true,
        ConditionKind.Locator => cite.Cite is { Locator.Length: > 0 } && cite.LocatorTerm == condition.Value.Replace("sub verbo", "sub-verbo", StringComparison.Ordinal),
        ConditionKind.Position => IsAt(condition.Value),
        _ => condition.Value == "true" && IsAmbiguous(),
    };

    private bool IsNumeric(string variable)
    {
        if (cite.Value(variable) is not { } value) return false;
        return Variables.Numbers.Contains(variable) ? NumberText.Parse(value, cite.Locale).IsNumeric : char.IsAsciiDigit(value[^1]);
    }

    private bool IsAt(string position)
    {
        if (cite.Purpose is Purpose.Bibliography) return false;
        Position at = cite.Cite?.Position ?? (cite.Purpose == Purpose.Comparison ? Position.Subsequent : Position.First);
        return position switch
        {
            "first" => at == Position.First,
            "subsequent" => at != Position.First,
            "ibid" => at is Position.Ibid or Position.IbidWithLocator,
            "ibid-with-locator" => at == Position.IbidWithLocator,
            "near-note" => at != Position.First && (cite.Cite?.IsNearNote ?? true),
            "far-note" => at != Position.First && cite.Cite is { IsNearNote: false },
            _ => false,
        };
    }

    private bool IsAmbiguous()
    {
        if (cite.Purpose == Purpose.SortKey) return false;
        Asked++;
        if (Used >= cite.Clarity.ExtraTexts) return false;
        Used++;
        return true;
    }
}
