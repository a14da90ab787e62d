using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Shirube.Data;
using Shirube.Domain.Evaluation;

namespace Shirube.Office.Evaluation;

/// <summary>Keeps forms that were put into use, which nothing changes any more: a sheet is read and saved without asking for its questions again.</summary>
public sealed class FormMemory : IDisposable
{
    private const int MostForms = 200;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostForms });

    public async Task<EvaluationForm> Read(OfficeDb db, EvaluationFormId id)
    {
        var where = (db.Database.GetConnectionString(), id);
        if (kept.TryGetValue(where, out EvaluationForm? known))
            return known!;
        var form = await Forms(db).SingleAsync(f => f.Id == id);
        return form.Issue is null ? form : kept.Set(where, form, new MemoryCacheEntryOptions { Size = 1 });
    }

    public static IQueryable<EvaluationForm> Forms(OfficeDb db) => db.EvaluationForms.AsNoTracking().Include(f => f.Questions).Include(f => f.Choices).Include(f => f.Stages).AsSplitQuery();

    public void Dispose() => kept.Dispose();
}
